import { startReceiver } from '../rig/receiver'
import { withTeardown } from '../rig/teardown'
import { CONDUCT, DESTINATIONS, finish, type Means, type Posting, progressOf, startPosting } from './ending'
import { type Cast, namesOf, setStage } from './stage'
import { type StormPlan, storm } from './storm'
import type { Verdict } from './verdict'

export type Act = StormPlan & Posting & { name: string; cast: Cast; settleLimitMs: number }

/** Plays one act: the storm, the calm after it, and the comparison of what was promised with what came of it. */
export function play(act: Act, { random, print, logs }: Means): Promise<Verdict> {
  return withTeardown(async (teardown) => {
    const receiver = await startReceiver(teardown, namesOf(act.cast).length)
    await receiver.conduct(CONDUCT)
    const options = { cast: act.cast, receiver, destinations: DESTINATIONS, logs: `${logs}/${act.name}` }
    const stage = await setStage(options, teardown)
    const progress = () => progressOf(stage.database(), receiver)
    const posting = startPosting(act, stage, teardown)
    const posted = await storm(act, posting, { ...stage, random, print, progress })
    print(`  everything is posted and up again · ${await progress()}`)
    return finish({ ...act, stage, receiver, posted })
  })
}
