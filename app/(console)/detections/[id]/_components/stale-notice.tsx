'use client'

import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'

type Props = { message: string; onReload: () => Promise<void>; onSaveOver: () => Promise<void> }

/** Somebody else saved first: the choice between the two, with nothing lost until it is made. */
export function StaleNotice({ message, onReload, onSaveOver }: Props) {
  const [isReloading, startReload] = useTransition()
  const [isSaving, startSave] = useTransition()
  return (
    <Callout
      tone="warning"
      title="Somebody else saved first"
      isAnnounced
      action={
        <span className="flex flex-wrap gap-2">
          <Button size="sm" isPending={isReloading} isDisabled={isSaving} onPress={() => startReload(onReload)}>
            Reload theirs
          </Button>
          <Button size="sm" isPending={isSaving} isDisabled={isReloading} onPress={() => startSave(onSaveOver)}>
            Save mine over it
          </Button>
        </span>
      }
    >
      {message}
    </Callout>
  )
}
