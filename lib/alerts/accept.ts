import { firstStatus, type NewAlert } from '../domain/alert-record'
import type { Decision } from '../domain/routing'
import { acceptance, type DecidedAlert } from '../repositories/accept-alerts'
import type { Sql } from '../repositories/sql'
import type { RoutingIndex } from '../routing/index-configuration'
import { routeAlert } from '../routing/route-alert'
import { createAlertLimiter, isLimited } from './alert-limiter'
import { FOLD_DEDUP } from './fold'
import { indexOf } from './routing-index'

/** What became of one alert. `alertId` is its own id, or that of the open alert that it joined. */
export type Accepted = {
  alertId: string
  decision: Decision
  /** It is an event of an alert that was open already. */
  joined: boolean
  index: RoutingIndex
}

type Open = { alertId: string; decision: Decision }

/**
 * Accepts alerts in the open transaction, in order: each is decided by the configuration that is in force when the
 * transaction commits, and stored with its deliveries. One with a dedup joins an open alert of its detection and dedup;
 * one that a detection made here beyond its limit is counted in one that stands for them all.
 */
export async function accept(sql: Sql, alerts: readonly NewAlert[]): Promise<Accepted[]> {
  const { version, alertLimit } = await acceptance.lockConfiguration(sql)
  const { index } = await indexOf(version)
  const open = await findOpen(sql, alerts)
  const limiter = await createAlertLimiter(sql, alerts, alertLimit)
  const decided: DecidedAlert[] = []
  const events: { alertId: string; event: unknown }[] = []

  function join(alert: NewAlert): Accepted | undefined {
    const joined = open.get(dedupKey(alert) ?? '')
    if (!joined) return undefined
    events.push({ alertId: joined.alertId, event: alert.context })
    return { ...joined, joined: true, index }
  }

  function make(alert: NewAlert): Accepted {
    const decision = decide(index, alert)
    decided.push({ alert, decision })
    const key = dedupKey(alert)
    // One that only informs is resolved from the beginning: nothing joins it.
    if (key !== undefined && firstStatus(alert.severity) === 'OPEN') open.set(key, { alertId: alert.id, decision })
    return { alertId: alert.id, decision, joined: false, index }
  }

  function take(alert: NewAlert): Accepted {
    const joined = join(alert)
    if (joined) return joined
    const admitted = limiter.admit(alert)
    return (admitted === alert ? undefined : join(admitted)) ?? make(admitted)
  }

  const accepted = alerts.map(take)
  for (const error of await limiter.errors()) make(error)
  if (decided.length > 0) await acceptance.insert(sql, decided, version)
  if (events.length > 0) await acceptance.addEvents(sql, events)
  return accepted
}

const decide = (index: RoutingIndex, { type, severity, logTypes, dynamic, overrides }: NewAlert) =>
  routeAlert(index, { alert: { type, severity, logTypes }, dynamic, overrides })

const dedupKey = ({ detectionId, dedup }: Pick<NewAlert, 'detectionId' | 'dedup'>) =>
  detectionId === null || dedup === null ? undefined : JSON.stringify([detectionId, dedup])

/** The open alerts that these may join; nobody else opens or joins one of them until the transaction ends. */
async function findOpen(sql: Sql, alerts: readonly NewAlert[]): Promise<Map<string, Open>> {
  const open = new Map<string, Open>()
  const wanted = new Map<string, { detectionId: string; dedup: string }>()
  for (const alert of alerts) {
    for (const dedup of [alert.dedup, isLimited(alert) ? FOLD_DEDUP : null]) {
      const { detectionId } = alert
      const key = dedupKey({ detectionId, dedup })
      if (key !== undefined && detectionId !== null && dedup !== null) wanted.set(key, { detectionId, dedup })
    }
  }
  if (wanted.size === 0) return open
  await acceptance.lockDedups(sql, [...wanted.keys()])
  for (const { id, outcome, scenario, destinations, faults, ...key } of await acceptance.findOpen(sql, [
    ...wanted.values(),
  ])) {
    open.set(dedupKey(key) ?? '', { alertId: id, decision: { outcome, scenario, destinations, faults } })
  }
  return open
}
