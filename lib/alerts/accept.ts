import type { NewAlert } from '../domain/alert-record'
import type { Decision } from '../domain/routing'
import { acceptance, type DecidedAlert } from '../repositories/accept-alerts'
import type { Sql } from '../repositories/sql'
import type { RoutingIndex } from '../routing/index-configuration'
import { routeAlert } from '../routing/route-alert'
import { indexOf } from './routing-index'

/** What became of one alert. `alertId` is its own id, or that of the open alert that it joined. */
export type Accepted = { alertId: string; decision: Decision; joined: boolean; index: RoutingIndex }

/**
 * Accepts alerts in the open transaction, in order: each is decided by the configuration that is in force when the
 * transaction commits, and stored with its deliveries. One with a dedup joins an open alert of its detection and dedup.
 */
export async function accept(sql: Sql, alerts: readonly NewAlert[]): Promise<Accepted[]> {
  const { version } = await acceptance.lockConfiguration(sql)
  const { index } = await indexOf(version)
  const open = await findOpen(sql, alerts)
  const decided: DecidedAlert[] = []
  const events: { alertId: string; event: unknown }[] = []
  const accepted = alerts.map((alert): Accepted => {
    const key = dedupKey(alert)
    const joined = key === undefined ? undefined : open.get(key)
    if (joined) {
      events.push({ alertId: joined.alertId, event: alert.context })
      return { ...joined, joined: true, index }
    }
    const decision = routeAlert(index, {
      alert: { type: alert.type, severity: alert.severity, logTypes: alert.logTypes },
      dynamic: alert.dynamic,
      overrides: alert.overrides,
    })
    decided.push({ alert, decision })
    if (key !== undefined) open.set(key, { alertId: alert.id, decision })
    return { alertId: alert.id, decision, joined: false, index }
  })
  if (decided.length > 0) await acceptance.insert(sql, decided, version)
  if (events.length > 0) await acceptance.addEvents(sql, events)
  return accepted
}

const dedupKey = ({ detectionId, dedup }: Pick<NewAlert, 'detectionId' | 'dedup'>) =>
  detectionId === null || dedup === null ? undefined : JSON.stringify([detectionId, dedup])

async function findOpen(sql: Sql, alerts: readonly NewAlert[]) {
  const open = new Map<string, { alertId: string; decision: Decision }>()
  const wanted = new Map(
    alerts.flatMap(({ detectionId, dedup }) =>
      detectionId === null || dedup === null ? [] : [[dedupKey({ detectionId, dedup }) ?? '', { detectionId, dedup }]],
    ),
  )
  if (wanted.size === 0) return open
  await acceptance.lockDedups(sql, [...wanted.keys()])
  for (const { id, outcome, scenario, destinations, faults, ...key } of await acceptance.findOpen(sql, [
    ...wanted.values(),
  ])) {
    open.set(dedupKey(key) ?? '', { alertId: id, decision: { outcome, scenario, destinations, faults } })
  }
  return open
}
