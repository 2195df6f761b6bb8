import type { z } from 'zod'
import type { RedriveInput } from '@/lib/contracts/redrive'
import type { RedrivenState } from '@/lib/domain/redrive'
import type { Severity } from '@/lib/domain/severity'

/** What is chosen in the dialog; an empty text asks for no such condition. */
export type RedriveDraft = {
  destinationId: string
  detectionId: string
  /** 32 hex digits each; those chosen in a list. */
  alertIds: readonly string[]
  states: readonly RedrivenState[]
  severities: readonly Severity[]
  /** ISO 8601. */
  from: string
  to: string
  skipsClosed: boolean
  maxAgeHours: number | null
  /** `null`: as fast as the destinations take them. */
  perMinute: number | null
}

export const NEW_REDRIVE: RedriveDraft = {
  destinationId: '',
  detectionId: '',
  alertIds: [],
  states: ['failed'],
  severities: [],
  from: '',
  to: '',
  skipsClosed: true,
  maxAgeHours: null,
  perMinute: 60,
}

/** The draft as its operations take it. */
export function redriveInput(draft: RedriveDraft): z.input<typeof RedriveInput> {
  const { destinationId, detectionId, from, to, maxAgeHours, alertIds, states, severities, ...rest } = draft
  return {
    ...rest,
    alertIds: [...alertIds],
    states: [...states],
    severities: [...severities],
    destinationIds: destinationId === '' ? [] : [destinationId],
    detectionId: detectionId || undefined,
    from: from || undefined,
    to: to || undefined,
    maxAgeHours: maxAgeHours ?? undefined,
  }
}
