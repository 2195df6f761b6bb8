import type { DestinationRowView, HealthView } from '@/lib/contracts/destination'

/** The row as it will be once it is paused (until a moment, if one is given) or resumed, shown until the server has answered. */
export function withPaused<Row extends DestinationRowView>(row: Row, isPaused: boolean, pausedUntil?: string): Row {
  const { since: _, reason: __, probeAt: ___, ...health } = row.health
  return { ...row, isPaused, health: { ...health, pausedUntil, state: isPaused ? 'paused' : resumedState(health) } }
}

function resumedState({ lastAttempt }: Pick<HealthView, 'lastAttempt'>): HealthView['state'] {
  if (!lastAttempt) return 'never-used'
  return lastAttempt.isDelivered ? 'delivering' : 'failing'
}
