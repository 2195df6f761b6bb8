import { AggregatorRegistry, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { log } from '../log'
import { type QueueFigures, queueFigures } from '../repositories/queue-figures'
import { sqlQuery } from '../repositories/sql'
import { type Counted, counted } from './counters'

export const METRICS_CONTENT_TYPE = Registry.PROMETHEUS_CONTENT_TYPE

let own: Registry | undefined

/** Memory, processor and event loop of this process. */
function processRegistry(): Registry {
  if (own) return own
  own = new Registry()
  collectDefaultMetrics({ register: own })
  return own
}

/**
 * Everything there is to measure, as Prometheus reads it: what this process counted, what its other threads (`others`) did,
 * and how the queue stands for all processes together. While the database is away it says so and tells the rest.
 */
export async function exposeMetrics(others: readonly Counted[]): Promise<string> {
  const counts = AggregatorRegistry.aggregate([await counted(), ...others])
  const parts = [counts, gaugesOf(await readFigures()), processRegistry()]
  return (await Promise.all(parts.map((registry) => registry.metrics()))).join('\n')
}

async function readFigures(): Promise<QueueFigures | undefined> {
  try {
    return await sqlQuery(queueFigures)
  } catch (error) {
    // A scrape is not failed by it: the missing database is itself what is to be seen.
    log.warn({ err: error }, 'the queue could not be measured')
    return undefined
  }
}

/** How the queue stands, as gauges; without figures, only that the database is away. */
export function gaugesOf(figures: QueueFigures | undefined): Registry {
  const registry = new Registry()
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name: `switchyard_${name}`, help, labelNames, registers: [registry] })
  gauge('database_up', 'Whether the database answered: 1 or 0.').set(figures ? 1 : 0)
  if (!figures) return registry
  gauge('workers', 'Workers that gave a sign of life in the last half minute.').set(figures.workers)
  const depth = gauge('queue_deliveries', 'Deliveries that are not finished.', 'type', 'state')
  const held = gauge('held_deliveries', 'Those of them that nothing sends now, and why.', 'type', 'hold')
  const oldest = gauge('queue_oldest_seconds', 'How long the oldest delivery that may be sent is due.', 'type')
  const heldOldest = gauge('held_oldest_seconds', 'The same of what is held.', 'type', 'hold')
  const circuit = gauge('circuit_open', 'Whether a destination’s circuit is open: 1 or 0.', 'type', 'destination')
  for (const { type, state, count } of figures.queue) depth.set({ type, state }, count)
  for (const { type, hold, count, oldestSeconds } of figures.waits) {
    if (hold === null) {
      oldest.set({ type }, oldestSeconds ?? 0)
    } else {
      held.set({ type, hold }, count)
      heldOldest.set({ type, hold }, oldestSeconds ?? 0)
    }
  }
  for (const { type, displayName, isOpen } of figures.circuits) {
    circuit.set({ type, destination: displayName }, isOpen ? 1 : 0)
  }
  return registry
}
