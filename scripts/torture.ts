import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildIfNeeded } from '@/lib/server/build'
import { type Act, play } from './torture/act'
import { playFullDisk } from './torture/full-disk'
import { createRandom } from './torture/random'
import type { Drill } from './torture/storm'
import type { Verdict } from './torture/verdict'

const USAGE = `npm run torture                        everything, in at most 40 minutes
npm run torture -- --quick             the same in small, in at most 5 minutes
npm run torture -- --seed 7            with the chance of an earlier run
npm run torture -- machines | embedded | full-disk [--quick]    one part`
const RESULTS = 'torture-results'
const SEEDS = 1_000_000
const MINUTE_MS = 60_000

const drills = (...given: [cycle: number, drill: Drill][]) => new Map(given)

const MACHINES = { name: 'machines', cast: { consoles: 2, workers: 3, isEmbedded: false } }
const EMBEDDED = { name: 'embedded', cast: { consoles: 1, workers: 2, isEmbedded: true } }

const WHOLE = { cycles: 50, alerts: 100_000, batch: 50, settleLimitMs: 6 * MINUTE_MS }
const WHOLE_DRILLS = drills(
  [5, 'step a clock'],
  [10, 'freeze a process'],
  [16, 'restart the database'],
  [22, 'step a clock'],
  [28, 'freeze a process'],
  [34, 'restart the database'],
  [40, 'freeze a process'],
  [44, 'step a clock'],
)
const QUICK = { cycles: 7, alerts: 6_000, batch: 20, settleLimitMs: 1.5 * MINUTE_MS, pauseMs: 4_000, perSecond: 170 }
const QUICK_DRILLS = drills([1, 'freeze a process'], [3, 'step a clock'], [5, 'restart the database'])

function actsFor(isQuick: boolean): Act[] {
  if (isQuick) return [MACHINES, EMBEDDED].map((given) => ({ ...QUICK, drills: QUICK_DRILLS, ...given }))
  return [
    { ...WHOLE, drills: WHOLE_DRILLS, pauseMs: 8_000, perSecond: 250, ...MACHINES },
    { ...WHOLE, drills: WHOLE_DRILLS, pauseMs: 7_000, perSecond: 290, ...EMBEDDED },
  ]
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false }, seed: { type: 'string' } },
  })
  const seed = Number(values.seed ?? Math.floor(Math.random() * SEEDS))
  const parts = partsOf(values.quick, seed)
  if (Number.isNaN(seed) || positionals.some((name) => !parts.has(name))) {
    console.error(USAGE)
    return 2
  }
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS)
  buildIfNeeded(console.log)
  console.log(`Seed ${seed}. What the processes print goes to ${RESULTS}/.\n`)
  const verdicts: Record<string, Verdict> = {}
  for (const [name, part] of parts) {
    if (positionals.length > 0 && !positionals.includes(name)) continue
    console.log(name)
    verdicts[name] = await part()
    show(verdicts[name])
  }
  writeFileSync(`${RESULTS}/verdicts.json`, `${JSON.stringify({ seed, verdicts }, null, 2)}\n`)
  const problems = Object.values(verdicts).flatMap((verdict) => verdict.problems)
  console.log(problems.length === 0 ? 'Every promise was kept.' : `${problems.length} promises were not kept.`)
  return problems.length === 0 ? 0 : 1
}

function partsOf(isQuick: boolean, seed: number): Map<string, () => Promise<Verdict>> {
  const means = { random: createRandom(seed), print: console.log, logs: RESULTS }
  const acts = actsFor(isQuick).map((act) => [act.name, () => play(act, means)] as const)
  return new Map([...acts, ['full-disk', () => playFullDisk(means)]])
}

function show({ figures, problems }: Verdict) {
  const width = Math.max(...Object.keys(figures).map((name) => name.length))
  for (const [name, value] of Object.entries(figures)) {
    console.log(`  ${name.padEnd(width)}  ${value.toLocaleString('en').padStart(10)}`)
  }
  for (const problem of problems) console.log(`  NOT KEPT: ${problem}`)
  console.log('')
}

process.exitCode = await main()
