import { Check, RotateCw, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Tone } from '../ui/badge'
import { StatusMark } from '../ui/status-mark'

/** `failed`: no answer, or one that invites a retry, to an attempt that is not repeated. */
export type AttemptOutcome = 'delivered' | 'retry' | 'rejected' | 'failed'

const MARKS: Record<AttemptOutcome, { word: string; tone: Tone; Icon: typeof Check }> = {
  delivered: { word: 'Delivered', tone: 'positive', Icon: Check },
  retry: { word: 'Will retry', tone: 'warning', Icon: RotateCw },
  rejected: { word: 'Rejected', tone: 'danger', Icon: X },
  failed: { word: 'Not delivered', tone: 'danger', Icon: X },
}

/** How one attempt ended: shape, word and colour. */
export function OutcomeMark({ outcome, explanation }: { outcome: AttemptOutcome; explanation?: ReactNode }) {
  const { word, tone, Icon } = MARKS[outcome]
  return (
    <StatusMark tone={tone} shape={<Icon aria-hidden="true" size={14} strokeWidth={2.5} />} explanation={explanation}>
      {word}
    </StatusMark>
  )
}
