import { Ban, Check, CirclePause, Clock, RotateCw, SendHorizontal, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DeliveryState } from '@/lib/domain/delivery'
import type { Tone } from '../ui/badge'
import { classNames } from '../ui/class-names'
import { StatusMark, TONE_COLOURS } from '../ui/status-mark'

const MARKS: Record<DeliveryState | 'held', { word: string; tone: Tone; Icon: typeof Check }> = {
  queued: { word: 'Queued', tone: 'neutral', Icon: Clock },
  sending: { word: 'Sending', tone: 'accent', Icon: SendHorizontal },
  waiting: { word: 'Waiting', tone: 'warning', Icon: RotateCw },
  held: { word: 'Held', tone: 'warning', Icon: CirclePause },
  delivered: { word: 'Delivered', tone: 'positive', Icon: Check },
  failed: { word: 'Failed', tone: 'danger', Icon: X },
  cancelled: { word: 'Cancelled', tone: 'neutral', Icon: Ban },
}

/** The shape alone, where the word is said otherwise. */
export function DeliveryStateShape({ state }: { state: DeliveryState | 'held' }) {
  const { tone, Icon } = MARKS[state]
  return <Icon aria-hidden="true" size={14} strokeWidth={2.25} className={classNames('shrink-0', TONE_COLOURS[tone])} />
}

/** How a delivery stands: shape, word and colour. `held`: its destination takes nothing for now. */
export function DeliveryStateMark({ state, explanation }: { state: DeliveryState | 'held'; explanation?: ReactNode }) {
  const { word, tone, Icon } = MARKS[state]
  return (
    <StatusMark tone={tone} shape={<Icon aria-hidden="true" size={14} strokeWidth={2.25} />} explanation={explanation}>
      {word}
    </StatusMark>
  )
}
