import { Circle, CircleCheck, CircleDot, CircleSlash } from 'lucide-react'
import type { AlertStatus } from '@/lib/domain/alert-record'
import type { Tone } from '../ui/badge'
import { StatusMark } from '../ui/status-mark'

const MARKS: Record<AlertStatus, { tone: Tone; Icon: typeof Circle }> = {
  OPEN: { tone: 'accent', Icon: Circle },
  TRIAGED: { tone: 'warning', Icon: CircleDot },
  RESOLVED: { tone: 'positive', Icon: CircleCheck },
  CLOSED: { tone: 'neutral', Icon: CircleSlash },
}

/** How a status is called on screen. */
export const ALERT_STATUS_LABELS: Record<AlertStatus, string> = {
  OPEN: 'Open',
  TRIAGED: 'Triaged',
  RESOLVED: 'Resolved',
  CLOSED: 'Invalid',
}

/** Where people are with an alert: shape, word and colour. */
export function AlertStatusMark({ status }: { status: AlertStatus }) {
  const { tone, Icon } = MARKS[status]
  return (
    <StatusMark tone={tone} shape={<Icon aria-hidden="true" size={14} strokeWidth={2.25} />}>
      {ALERT_STATUS_LABELS[status]}
    </StatusMark>
  )
}
