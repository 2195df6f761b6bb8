import { CircleCheck, CircleDashed, CirclePause, CircleX, Pin, RotateCw, TriangleAlert, Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DestinationHealth } from '@/lib/domain/console'
import type { Tone } from '../ui/badge'
import { classNames } from '../ui/class-names'
import { StatusMark, TONE_COLOURS } from '../ui/status-mark'

export type Health = DestinationHealth | 'explicit-only'

const MARKS: Record<Health, { word: string; tone: Tone; Icon: typeof Pin }> = {
  delivering: { word: 'Delivering', tone: 'positive', Icon: CircleCheck },
  retrying: { word: 'Retrying', tone: 'warning', Icon: RotateCw },
  failing: { word: 'Failing', tone: 'danger', Icon: CircleX },
  'circuit-open': { word: 'Circuit open', tone: 'danger', Icon: Unplug },
  faulted: { word: 'Needs attention', tone: 'danger', Icon: TriangleAlert },
  paused: { word: 'Paused', tone: 'neutral', Icon: CirclePause },
  'never-used': { word: 'Never used', tone: 'neutral', Icon: CircleDashed },
  'explicit-only': { word: 'Explicit only', tone: 'accent', Icon: Pin },
}

export const HEALTH_WORDS = Object.fromEntries(
  Object.entries(MARKS).map(([health, { word }]) => [health, word]),
) as Record<Health, string>

/** The shape alone, where the word is said otherwise. */
export function HealthShape({ health }: { health: Health }) {
  const { tone, Icon } = MARKS[health]
  return <Icon aria-hidden="true" size={14} className={classNames('shrink-0', TONE_COLOURS[tone])} />
}

/** How a destination fares: shape, word and colour; the explanation says since when and why. */
export function HealthMark({ health, explanation }: { health: Health; explanation?: ReactNode }) {
  const { word, tone, Icon } = MARKS[health]
  return (
    <StatusMark tone={tone} shape={<Icon aria-hidden="true" size={14} />} explanation={explanation}>
      {word}
    </StatusMark>
  )
}
