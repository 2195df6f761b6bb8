'use client'

import { useQueryClient } from '@tanstack/react-query'
import { CirclePause, CirclePlay, Clock, CopyPlus, Pencil, Send, Trash2 } from 'lucide-react'
import { useCallback, useState } from 'react'
import type { MenuAction } from '@/components/ui/menu'
import type { DestinationRowView } from '@/lib/contracts/destination'
import { DeleteDialog } from './delete-dialog'
import type { DestinationOperations } from './operations'
import { PauseDialog } from './pause-dialog'
import { DESTINATIONS_KEY } from './queries'
import { TestDialog } from './test-dialog'
import { usePause } from './use-pause'

type Asked = { dialog: 'test' | 'pause' | 'delete'; destination: DestinationRowView }

/** What can be done with a destination, as menu actions, and the dialogs that they open: render `dialog` once. */
export function useDestinationMenu(
  operations: DestinationOperations,
  onDeleted: (destination: DestinationRowView) => void,
) {
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Asked>()
  const { pause, resume } = usePause(operations)
  const close = () => setAsked(undefined)
  const readAnew = () => queries.invalidateQueries({ queryKey: DESTINATIONS_KEY })

  const openTest = useCallback((destination: DestinationRowView) => setAsked({ dialog: 'test', destination }), [])
  const openPause = useCallback((destination: DestinationRowView) => setAsked({ dialog: 'pause', destination }), [])
  const openDelete = useCallback((destination: DestinationRowView) => setAsked({ dialog: 'delete', destination }), [])
  const actionsFor = useCallback(
    (destination: DestinationRowView) => menuActions(destination, { openTest, openPause, resume, openDelete }),
    [openTest, openPause, resume, openDelete],
  )
  const runTest: typeof operations.test = async (input) => {
    const result = await operations.test(input)
    if (result.ok) readAnew()
    return result
  }
  const handleDeleted = (destination: DestinationRowView) => {
    close()
    onDeleted(destination)
  }
  const dialog =
    asked &&
    {
      test: (
        <TestDialog
          destination={asked.destination}
          run={(input) => runTest({ id: asked.destination.id, ...input })}
          onClose={close}
        />
      ),
      pause: (
        <PauseDialog
          destination={asked.destination}
          onPause={(until) => {
            close()
            pause(asked.destination, until)
          }}
          onClose={close}
        />
      ),
      delete: (
        <DeleteDialog
          destination={asked.destination}
          remove={operations.delete}
          onDeleted={handleDeleted}
          onClose={close}
        />
      ),
    }[asked.dialog]

  return { actionsFor, openTest, dialog }
}

type Openers = Record<'openTest' | 'openPause' | 'resume' | 'openDelete', (destination: DestinationRowView) => void>

function menuActions(destination: DestinationRowView, openers: Openers): MenuAction[] {
  const { openTest, openDelete } = openers
  return [
    {
      id: 'edit',
      label: 'Edit',
      icon: <Pencil aria-hidden="true" size={14} />,
      href: `/destinations/${destination.id}/edit`,
    },
    {
      id: 'test',
      label: 'Send test alert',
      icon: <Send aria-hidden="true" size={14} />,
      onAction: () => openTest(destination),
    },
    {
      id: 'duplicate',
      label: 'Duplicate',
      icon: <CopyPlus aria-hidden="true" size={14} />,
      href: `/destinations/new?from=${destination.id}`,
    },
    ...pauseActions(destination, openers),
    {
      id: 'delete',
      label: 'Delete',
      icon: <Trash2 aria-hidden="true" size={14} />,
      isDestructive: true,
      onAction: () => openDelete(destination),
    },
  ]
}

function pauseActions(destination: DestinationRowView, { openPause, resume }: Openers): MenuAction[] {
  if (!destination.isPaused) {
    return [
      {
        id: 'pause',
        label: 'Pause',
        icon: <CirclePause aria-hidden="true" size={14} />,
        onAction: () => openPause(destination),
      },
    ]
  }
  return [
    {
      id: 'resume',
      label: 'Resume',
      icon: <CirclePlay aria-hidden="true" size={14} />,
      onAction: () => resume(destination),
    },
    {
      id: 'pause-longer',
      label: 'Change the pause',
      icon: <Clock aria-hidden="true" size={14} />,
      onAction: () => openPause(destination),
    },
  ]
}
