import { type Load, type LoadPlan, startLoad } from '../rig/load'
import { type Receiver, startReceiver } from '../rig/receiver'
import { startSetUp } from '../rig/set-up'
import { percentile } from '../rig/statistics'
import { withTeardown } from '../rig/teardown'
import { until } from '../rig/until'
import type { Measure } from './routing'

const PATHS = Array.from({ length: 10 }, (_, place) => `/destination-${place}`)
const [HANGING = ''] = PATHS
const PER_SECOND = 30
const SECONDS = 30
const WARM_UP_SECONDS = 8
const LIMIT_MS = 60_000
const PERCENT = 100

/** Ten destinations take every alert, and one of them hangs: what the other nine notice. */
export function benchHang(): Promise<Measure[]> {
  return withTeardown(async (teardown) => {
    const receiver = await startReceiver(teardown)
    const load = startLoad(teardown)
    const { address, token } = await startSetUp(receiver, teardown, { destinations: PATHS.map((path) => ({ path })) })
    const plan = {
      to: 'switchyard',
      addresses: [address],
      token,
      batch: 1,
      connections: 8,
      perSecond: PER_SECOND,
      detections: 50,
    } as const
    await slowest(WARM_UP_SECONDS, 0, { receiver, load, plan })
    const well = await slowest(SECONDS, 100_000, { receiver, load, plan })
    const again = await slowest(SECONDS, 200_000, { receiver, load, plan })
    await receiver.conduct({ [HANGING]: { hangs: true } })
    const hanging = await slowest(SECONDS, 300_000, { receiver, load, plan })
    const without = (well + again) / 2
    return [
      { name: 'nine of ten destinations, 99 %, all well', value: well, unit: 'ms' },
      { name: 'the same once more', value: again, unit: 'ms' },
      { name: 'the same with the tenth hanging', value: hanging, unit: 'ms' },
      { name: 'change', value: (hanging / without - 1) * PERCENT, unit: '%' },
      { name: 'change between the two runs without', value: Math.abs(again / well - 1) * PERCENT, unit: '%' },
    ]
  })
}

type Bench = { receiver: Receiver; load: Load; plan: Omit<LoadPlan, 'alerts' | 'firstMark'> }

/** The 99th percentile of posted → first byte at the nine that never hang. */
async function slowest(seconds: number, firstMark: number, { receiver, load, plan }: Bench): Promise<number> {
  await receiver.forget()
  const posted = await load.post({ ...plan, alerts: seconds * PER_SECOND, firstMark })
  const dueAt = new Map(posted.map((post) => [post.firstMark, post.dueAt]))
  return until('the nine have every alert', LIMIT_MS, async () => {
    const receipts = (await receiver.receipts()).filter(({ path, mark }) => path !== HANGING && dueAt.has(mark))
    if (receipts.length < posted.length * (PATHS.length - 1)) return undefined
    return percentile(
      receipts.map(({ mark, at }) => at - (dueAt.get(mark) ?? 0)),
      0.99,
    )
  })
}
