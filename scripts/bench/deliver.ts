import { ALERTMANAGER_MISSING, startAlertmanager } from '../rig/alertmanager'
import { startExternalDatabase } from '../rig/debian-postgres'
import { type Load, type LoadPlan, startLoad } from '../rig/load'
import { type Receiver, startReceiver } from '../rig/receiver'
import { type SetUp, type SetUpOptions, startSetUp } from '../rig/set-up'
import { type Teardown, withTeardown } from '../rig/teardown'
import { until } from '../rig/until'
import type { Measure } from './routing'

const ALERTS = 20_000
/** Before the measured ones, for both: what a compiler learns in the first seconds is not what is compared. */
const WARM_UP = 3_000
const LIMIT_MS = 120_000
const MS = 1000

type System = Pick<LoadPlan, 'to' | 'addresses' | 'token'>
type Run = { perSecond: number; acceptedPerSecond: number }

/** Accepted → delivered: 20,000 alerts in batches of 100 over 8 connections, to one receiver; the same through Alertmanager. */
export function benchDeliver(): Promise<Measure[]> {
  return withTeardown(async (teardown) => {
    const receiver = await startReceiver(teardown)
    const load = startLoad(teardown)
    const alone = await throughSwitchyard('one process, embedded PostgreSQL', { receiver, load }, {})
    const theirs = await throughAlertmanager({ receiver, load })
    const two = await throughSwitchyard('console and worker, embedded PostgreSQL', { receiver, load }, { workers: 1 })
    const external = await withTeardown(async (own) => {
      const database = await startExternalDatabase(own)
      return throughSwitchyard(`one process, ${database.name}`, { receiver, load }, { database })
    })
    const [ours] = alone
    const ratio =
      theirs && ours
        ? [{ name: 'ratio of one process to Alertmanager', value: ours.value / theirs.value, unit: '×' }]
        : []
    if (!theirs) console.log(ALERTMANAGER_MISSING)
    return [...alone, ...(theirs ? [theirs] : []), ...ratio, ...two, ...external]
  })
}

type Ends = { receiver: Receiver; load: Load }

function throughSwitchyard(name: string, ends: Ends, options: SetUpOptions): Promise<Measure[]> {
  return withTeardown(async (teardown: Teardown) => {
    const setUp = await startSetUp(ends.receiver, teardown, options)
    const run = await deliverThrough({ to: 'switchyard', addresses: [setUp.address], token: setUp.token }, ends)
    await requireDelivered(setUp)
    return [
      { name: `${name}: delivered`, value: run.perSecond, unit: '/s' },
      { name: `${name}: accepted meanwhile`, value: run.acceptedPerSecond, unit: '/s' },
    ]
  })
}

function throughAlertmanager(ends: Ends): Promise<Measure | undefined> {
  return withTeardown(async (teardown) => {
    const address = await startAlertmanager(ends.receiver, teardown)
    if (!address) return undefined
    const { perSecond } = await deliverThrough({ to: 'alertmanager', addresses: [address], token: '' }, ends)
    return { name: 'Alertmanager 0.25, in memory: delivered', value: perSecond, unit: '/s' }
  })
}

async function deliverThrough(system: System, { receiver, load }: Ends): Promise<Run> {
  await receiver.forget()
  const plan = { ...system, batch: 100, connections: 8, detections: 50 }
  await load.post({ ...plan, alerts: WARM_UP, firstMark: 0 })
  await arrived(receiver, WARM_UP)
  await receiver.forget()
  const posted = await load.post({ ...plan, alerts: ALERTS, firstMark: WARM_UP })
  await arrived(receiver, ALERTS)
  const receipts = await receiver.receipts()
  requireOnce(receipts.map(({ mark }) => mark))
  const startedAt = Math.min(...posted.map(({ dueAt }) => dueAt))
  const arrivedAt = receipts.reduce((last, { at }) => Math.max(last, at), 0)
  const acceptedAt = Math.max(...posted.map(({ answeredAt }) => answeredAt))
  return {
    perSecond: (ALERTS * MS) / (arrivedAt - startedAt),
    acceptedPerSecond: (ALERTS * MS) / (acceptedAt - startedAt),
  }
}

const arrived = (receiver: Receiver, count: number) =>
  until(`${count} alerts arrived`, LIMIT_MS, async () => (await receiver.count()) >= count || undefined)

function requireOnce(marks: readonly number[]) {
  const different = new Set(marks)
  for (let mark = WARM_UP; mark < WARM_UP + ALERTS; mark++) {
    if (!different.has(mark)) throw new Error(`Alert ${mark} did not arrive.`)
  }
  if (marks.length !== ALERTS) throw new Error(`${marks.length} requests arrived for ${ALERTS} alerts.`)
}

async function requireDelivered({ countDeliveries }: SetUp) {
  await until('every delivery was recorded', LIMIT_MS, async () => {
    return (await countDeliveries('delivered')) === WARM_UP + ALERTS || undefined
  })
}
