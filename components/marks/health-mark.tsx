import { CircleCheck, CircleDashed, CirclePause, CircleX, Pin, RotateCw, Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Tone } from '../ui/badge'
import { StatusMark } from '../ui/status-mark'

export type Health = 'delivering' | 'retrying' | 'failing' | 'circuit-open' | 'paused' | 'never-used' | 'explicit-only'

const MARKS: Record<Health, { word: string; tone: Tone; Icon: typeof Pin }> = {
  delivering: { word: 'Delivering', tone: 'positive', Icon: CircleCheck },
  retrying: { word: 'Retrying', tone: 'warning', Icon: RotateCw },
  failing: { word: 'Failing', tone: 'danger', Icon: CircleX },
  'circuit-open': { word: 'Circuit open', tone: 'danger', Icon: Unplug },
  paused: { word: 'Paused', tone: 'neutral', Icon: CirclePause },
  'never-used': { word: 'Never used', tone: 'neutral', Icon: CircleDashed },
  'explicit-only': { word: 'Explicit only', tone: 'accent', Icon: Pin },
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
