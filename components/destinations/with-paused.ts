import type { DestinationRowView, HealthView } from '@/lib/contracts/destination'

/** The row as it will be once it is paused or resumed, shown until the server has answered. */
export function withPaused<Row extends DestinationRowView>(row: Row, isPaused: boolean): Row {
  return { ...row, isPaused, health: { ...row.health, state: isPaused ? 'paused' : resumedState(row.health) } }
}

function resumedState({ lastDelivery }: HealthView): HealthView['state'] {
  if (!lastDelivery) return 'never-used'
  return lastDelivery.isDelivered ? 'delivering' : 'failing'
}
