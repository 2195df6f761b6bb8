'use client'

import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { settle } from '@/components/attempt/settle'
import { destinationListQuery } from '@/components/destinations/queries'
import { useDebounced } from '@/components/receipt/use-debounced'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { ReadFailure } from '@/components/ui/read-failure'
import { SearchField } from '@/components/ui/search-field'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { DestinationRowView } from '@/lib/contracts/destination'
import type { DeliveryOperations } from './operations'
import { useReadAnew } from './use-read-anew'

const SETTLE_MS = 150
const SHOWN_MAX = 8

type Props = {
  alertId: string
  dispatch: DeliveryOperations['dispatch']
  onClose: () => void
  /** With the new delivery. */
  onSent: (deliveryId: string) => void
}

/** Sends an alert to a destination of the person's choice, whatever routing decided. */
export function DispatchDialog({ alertId, dispatch, onClose, onSent }: Props) {
  const [chosen, setChosen] = useState<DestinationRowView>()
  const readAnew = useReadAnew()
  const { mutate, reset, isPending, error } = useMutation({
    mutationFn: async (destinationId: string) => {
      const result = await settle(dispatch({ alertId, destinationId }))
      if (!result.ok) throw new Error(result.error.message)
      return result.value.id
    },
    onSuccess: (deliveryId) => {
      onSent(deliveryId)
      onClose()
    },
    onSettled: readAnew,
  })
  const handleChoice = (destination: DestinationRowView) => {
    reset()
    setChosen(destination)
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Send to another destination"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={!chosen}
            isPending={isPending}
            onPress={() => chosen && mutate(chosen.id)}
          >
            {chosen ? `Send to ${chosen.displayName}` : 'Send'}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="text-soft text-pretty">
          It is sent there whatever the destination accepts, as a decision of your own. What routing decided stays as it
          is.
        </p>
        <DestinationChoice chosen={chosen} onChoose={handleChoice} />
        {error && (
          <Callout tone="danger" title="It was not sent" isAnnounced>
            {error.message}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}

type ChoiceProps = { chosen: DestinationRowView | undefined; onChoose: (destination: DestinationRowView) => void }

function DestinationChoice({ chosen, onChoose }: ChoiceProps) {
  const [text, setText] = useState('')
  const q = useDebounced(text.trim(), SETTLE_MS)
  const found = useQuery({
    ...destinationListQuery({ q, type: [], severity: [], health: [], sort: 'name', order: 'asc', page: 1 }),
    placeholderData: keepPreviousData,
    refetchInterval: false,
  })
  const rows = found.data?.rows.slice(0, SHOWN_MAX) ?? []
  // What is chosen stays in sight when the text finds others.
  const shown = chosen && !rows.some(({ id }) => id === chosen.id) ? [chosen, ...rows] : rows
  return (
    <div className="grid min-h-72 content-start gap-3">
      <SearchField label="Find a destination" value={text} onChange={setText} autoFocus />
      {found.error && (
        <ReadFailure
          title="The destinations could not be read"
          error={found.error}
          onRetry={() => found.refetch()}
          isRetrying={found.isFetching}
        />
      )}
      {found.isPending && <SkeletonRows label="Loading destinations" rows={4} />}
      {found.data && shown.length === 0 && <p className="text-muted">No destination matches.</p>}
      {shown.length > 0 && (
        <RadioGroup
          label="Destination"
          options={shown.map((row) => ({ value: row.id, label: row.displayName, description: whereTo(row) }))}
          value={chosen?.id ?? ''}
          onChange={(id) => {
            const destination = shown.find((row) => row.id === id)
            if (destination) onChoose(destination)
          }}
        />
      )}
      {found.data && found.data.rows.length > SHOWN_MAX && (
        <p className="text-sm text-muted">There are others. Type to find them.</p>
      )}
    </div>
  )
}

const whereTo = ({ typeName, target, isPaused }: DestinationRowView) =>
  `${typeName} · ${target}${isPaused ? ' · paused, so it waits until it is resumed' : ''}`
