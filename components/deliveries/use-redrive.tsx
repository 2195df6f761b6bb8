'use client'

import { parseAsString, useQueryState } from 'nuqs'
import { useState } from 'react'
import { NewRedriveDialog } from './new-redrive-dialog'
import type { RedriveOperations } from './operations'
import type { RedriveDraft } from './redrive-draft'
import { RedriveProgressDialog } from './redrive-progress-dialog'

const NEW = 'new'

/**
 * Sending failed deliveries again, as `?redrive=new` and `?redrive=<id>` in the address: render `dialog` once. Without
 * operations a redrive can be looked at alone.
 */
export function useRedrive(operations: RedriveOperations | undefined, preset: Partial<RedriveDraft> = {}) {
  const [asked, setAsked] = useQueryState('redrive', parseAsString.withOptions({ history: 'push' }))
  const [own, setOwn] = useState<Partial<RedriveDraft>>({})
  const close = () => {
    setAsked(null)
  }
  const show = (id: string) => {
    setAsked(id, { history: 'replace' })
  }
  const open = (changes: Partial<RedriveDraft> = {}) => {
    setOwn(changes)
    setAsked(NEW)
  }
  return { open, dialog: dialogOf() }

  function dialogOf() {
    if (asked === null) return null
    if (asked !== NEW) return <RedriveProgressDialog id={asked} cancel={operations?.cancel} onClose={close} />
    if (!operations) return null
    return <NewRedriveDialog preset={{ ...preset, ...own }} operations={operations} onOpen={show} onClose={close} />
  }
}
