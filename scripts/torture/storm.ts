import { setTimeout as wait } from 'node:timers/promises'
import type { Posted } from '../rig/load'
import { until } from '../rig/until'
import type { Journal } from './journal'
import type { Random } from './random'
import type { Slot } from './slot'

export type Drill = 'restart the database' | 'step a clock' | 'freeze a process'

export type StormPlan = {
  cycles: number
  /** Between two kills, on average. */
  pauseMs: number
  /** After which cycles what else happens. */
  drills: ReadonlyMap<number, Drill>
}

export type StormScene = {
  slots: readonly Slot[]
  journal: Journal
  random: Random
  /** Ends the database's server by this signal, and waits until it answers again. */
  hitDatabase(signal: 'SIGKILL' | 'SIGINT'): Promise<void>
  /** How far things are, in a few words. */
  progress(): Promise<string>
  print(line: string): void
}

const DOWN_MS = [200, 2_500] as const
/** Past the lease of a lane, which is 12 s. */
const FREEZE_MS = [14_000, 18_000] as const
const UP_LIMIT_MS = 90_000

/** Kills one of the processes or the database in each cycle, while alerts are posted and delivered. */
export async function storm(plan: StormPlan, posting: Promise<Posted[]>, scene: StormScene): Promise<Posted[]> {
  const underWay: Promise<void>[] = []
  const failing = new Promise<never>((_resolve, reject) => posting.catch(reject))
  for (let cycle = 1; cycle <= plan.cycles; cycle++) {
    await Promise.race([wait(scene.random.between(plan.pauseMs / 2, plan.pauseMs * 1.5)), failing])
    const what = await kill(scene, underWay)
    const drill = plan.drills.get(cycle)
    if (drill) underWay.push(DRILLS[drill](scene))
    scene.print(
      `  ${cycle}/${plan.cycles} killed ${what}${drill ? `, then: ${drill}` : ''} · ${await scene.progress()}`,
    )
  }
  await Promise.all(underWay)
  const posted = await posting
  await everyoneUp(scene)
  return posted
}

async function kill(scene: StormScene, underWay: Promise<void>[]): Promise<string> {
  const { random } = scene
  const standing = await until('a process was up', UP_LIMIT_MS, async () => {
    const up = scene.slots.filter((slot) => slot.isUp())
    return up.length > 0 ? up : undefined
  })
  const victim = random.pick<Slot | 'database'>([...standing, 'database'])
  if (victim === 'database') {
    await scene.hitDatabase('SIGKILL')
    return 'the database'
  }
  underWay.push(victim.kill(random.between(...DOWN_MS)))
  return victim.name
}

const DRILLS: Readonly<Record<Drill, (scene: StormScene) => Promise<void>>> = {
  'restart the database': (scene) => scene.hitDatabase('SIGINT'),
  'step a clock': async (scene) => {
    await pickUp(scene)?.stepClock()
  },
  'freeze a process': async (scene) => {
    await pickUp(scene)?.freeze(scene.random.between(...FREEZE_MS))
  },
}

function pickUp({ slots, random }: StormScene): Slot | undefined {
  const standing = slots.filter((slot) => slot.isUp())
  return standing.length > 0 ? random.pick(standing) : undefined
}

async function everyoneUp({ slots }: StormScene): Promise<void> {
  await until('every process was up again', UP_LIMIT_MS, async () => slots.every((slot) => slot.isUp()) || undefined)
}
