import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { startLoad } from '../rig/load'
import { type Receiver, startReceiver } from '../rig/receiver'
import { startSetUp } from '../rig/set-up'
import { slope } from '../rig/statistics'
import { withTeardown } from '../rig/teardown'
import { until } from '../rig/until'
import type { Measure } from './routing'

const ALERTS = 200_000
const SAMPLE_MS = 1_000
const LIMIT_MS = 600_000
const KIB_PER_MIB = 1024
/** The first quarter fills caches and has the compiler at work; growth is measured after it. */
const SETTLED = ALERTS / 4

type Sample = { alerts: number; mib: number }

/** What one process that accepts and delivers 200,000 alerts takes of memory while it does. */
export function benchMemory(): Promise<Measure[]> {
  return withTeardown(async (teardown) => {
    const receiver = await startReceiver(teardown)
    const load = startLoad(teardown)
    const { address, token, pid } = await startSetUp(receiver, teardown)
    const plan = { to: 'switchyard', addresses: [address], token, batch: 100, connections: 8, detections: 500 } as const
    const samples: Sample[] = []
    const sampling = sampleUntilAll(receiver, pid, samples)
    await load.post({ ...plan, alerts: ALERTS, firstMark: 0 })
    await until('every alert arrived', LIMIT_MS, async () => (await receiver.count()) >= ALERTS || undefined)
    await sampling
    return measures(samples)
  })
}

async function sampleUntilAll(receiver: Receiver, pid: number, samples: Sample[]) {
  for (let alerts = 0; alerts < ALERTS; ) {
    await wait(SAMPLE_MS)
    alerts = await receiver.count()
    samples.push({ alerts, mib: residentMib(pid) })
  }
}

const residentMib = (pid: number) =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / KIB_PER_MIB

function measures(samples: readonly Sample[]): Measure[] {
  const settled = samples.filter(({ alerts }) => alerts >= SETTLED)
  const at = (alerts: number) => samples.find((sample) => sample.alerts >= alerts)?.mib ?? Number.NaN
  const growth = slope(settled.map(({ alerts, mib }) => ({ x: alerts / 100_000, y: mib })))
  return [
    ...[1, 2, 3, 4].map((quarter) => ({
      name: `resident after ${((ALERTS / 4) * quarter).toLocaleString('en')} alerts`,
      value: at((ALERTS / 4) * quarter),
      unit: 'MiB',
    })),
    { name: 'growth after the first quarter, for each 100,000 alerts', value: growth, unit: 'MiB' },
  ]
}
