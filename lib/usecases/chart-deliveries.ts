import type { ChartSpan, DeliveryChartQuery, DeliveryChartView } from '../contracts/delivery'
import type { Caller } from '../domain/caller'
import { query } from '../repositories/db'
import { deliveryChart } from '../repositories/delivery-chart'
import { destinations } from '../repositories/destinations'
import { sqlQuery } from '../repositories/sql'
import { authorise } from './authorise'

const HOUR = 3600
const BINS: Record<ChartSpan, { seconds: number; count: number }> = {
  '24h': { seconds: HOUR, count: 24 },
  '7d': { seconds: 6 * HOUR, count: 28 },
  '30d': { seconds: 24 * HOUR, count: 30 },
}

/** How the destination's attempts went and how long they took, up to now. @throws {AppError} `not-found` */
export async function chartDeliveries(caller: Caller, { id, span }: DeliveryChartQuery): Promise<DeliveryChartView> {
  authorise(caller, 'DestinationRead')
  await query((tx) => destinations.get(tx, id))
  const { seconds, count } = BINS[span]
  const bins = await sqlQuery((sql) =>
    deliveryChart.bins(sql, id, { from: firstBin(caller.now, seconds, count), seconds, count }),
  )
  return {
    bins: bins.map(({ from, to, attempts, notDelivered, p50Ms, p95Ms }) => ({
      from: from.toISOString(),
      to: to.toISOString(),
      delivered: attempts - notDelivered,
      notDelivered,
      p50Ms,
      p95Ms,
    })),
  }
}

/** Bins begin on the hour; the last one holds the present. */
function firstBin(now: Date, seconds: number, count: number): Date {
  const end = Math.floor(now.getTime() / (HOUR * 1000) + 1) * HOUR
  return new Date((end - seconds * count) * 1000)
}
