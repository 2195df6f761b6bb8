import { type Posted, startLoad } from '../rig/load'
import { type Receipt, startReceiver } from '../rig/receiver'
import { startSetUp } from '../rig/set-up'
import { median, percentile } from '../rig/statistics'
import { withTeardown } from '../rig/teardown'
import { until } from '../rig/until'
import type { Measure } from './routing'

const PER_SECOND = 200
const SECONDS = 30
const WARM_UP_SECONDS = 5
const LIMIT_MS = 30_000

/** 200 alerts a second, each in a post of its own: how long until its answer, and until it is at the receiver. */
export function benchLatency(): Promise<Measure[]> {
  return withTeardown(async (teardown) => {
    const receiver = await startReceiver(teardown)
    const load = startLoad(teardown)
    const { address, token } = await startSetUp(receiver, teardown)
    const steady = {
      to: 'switchyard',
      addresses: [address],
      token,
      batch: 1,
      connections: 8,
      perSecond: PER_SECOND,
      detections: 50,
    } as const
    await load.post({ ...steady, alerts: WARM_UP_SECONDS * PER_SECOND, firstMark: 0 })
    await receiver.forget()
    const posted = await load.post({ ...steady, alerts: SECONDS * PER_SECOND, firstMark: WARM_UP_SECONDS * PER_SECOND })
    await until('every alert arrived', LIMIT_MS, async () => (await receiver.count()) >= posted.length || undefined)
    return measures(posted, await receiver.receipts())
  })
}

// Both count from when the post was due, so that waiting for a connection is part of the time.
function measures(posted: readonly Posted[], receipts: readonly Receipt[]): Measure[] {
  const dueAt = new Map(posted.map((post) => [post.firstMark, post.dueAt]))
  const answers = posted.map((post) => post.answeredAt - post.dueAt)
  const arrivals = receipts.flatMap(({ mark, at }) => {
    const due = dueAt.get(mark)
    return due === undefined ? [] : [at - due]
  })
  const name = `${PER_SECOND} alerts a second`
  return [
    { name: `${name}, posted → receiver's first byte, median`, value: median(arrivals), unit: 'ms' },
    { name: `${name}, posted → receiver's first byte, 99 %`, value: percentile(arrivals, 0.99), unit: 'ms' },
    { name: `${name}, answer, median`, value: median(answers), unit: 'ms' },
    { name: `${name}, answer, 99 %`, value: percentile(answers, 0.99), unit: 'ms' },
  ]
}
