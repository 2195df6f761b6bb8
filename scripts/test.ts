import { buildIfNeeded } from '../lib/server/build'
import { bringBrowser } from './house/find-browser'
import { commandStep, runSteps, type Step, type StepResult, type Tally } from './house/run-steps'
import { DATABASE_TESTS, STEPS_AT_ONCE, UNIT_TESTS, VERIFY_STEPS } from './house/steps'

const USAGE = 'npm test                              everything\nnpm test -- unit | database | browser  one part'

/** A step of ours that fails by throwing. */
function workStep(name: string, work: () => void): Step {
  const run = async (): Promise<StepResult> => {
    try {
      work()
      return { isPassed: true, output: '' }
    } catch (error) {
      return { isPassed: false, output: error instanceof Error ? error.message : String(error) }
    }
  }
  return { name, run }
}

const browserTests: Step = {
  name: 'browser tests',
  run: () =>
    commandStep('browser tests', 'playwright test', {
      SWITCHYARD_TEST_BROWSER: bringBrowser(console.log),
    }).run(),
}

const build = workStep('build', () => buildIfNeeded(console.log))
const browser = workStep('browser', () => {
  bringBrowser(console.log)
})

/** Stages follow one another; the steps of one do not need each other. A stage that failed stops those that stand on it. */
type Stage = { steps: readonly Step[]; atOnce: number; isNeededByNext?: boolean }

const IN_BROWSER: readonly Stage[] = [
  { steps: [build, browser], atOnce: 1, isNeededByNext: true },
  { steps: [browserTests], atOnce: 1 },
]
const IN_DATABASE: readonly Stage[] = [{ steps: [DATABASE_TESTS], atOnce: 1 }]

const PARTS: Readonly<Record<string, readonly Stage[]>> = {
  unit: [{ steps: [UNIT_TESTS], atOnce: 1 }],
  database: IN_DATABASE,
  browser: IN_BROWSER,
}
const EVERYTHING: readonly Stage[] = [{ steps: VERIFY_STEPS, atOnce: STEPS_AT_ONCE }, ...IN_DATABASE, ...IN_BROWSER]

async function runStages(stages: readonly Stage[]): Promise<Tally> {
  const total: Tally = { passed: 0, failed: 0 }
  let isStopped = false
  for (const { steps, atOnce, isNeededByNext = false } of stages) {
    if (isStopped) {
      for (const { name } of steps) console.log(`FAILED  ${name}: not run, for what it needs failed`)
      total.failed += steps.length
      continue
    }
    const tally = await runSteps(steps, { atOnce, print: console.log })
    total.passed += tally.passed
    total.failed += tally.failed
    isStopped = isNeededByNext && tally.failed > 0
  }
  return total
}

async function main(parts: readonly string[]): Promise<number> {
  const [part] = parts
  const stages = part === undefined ? EVERYTHING : PARTS[part]
  if (stages === undefined || parts.length > 1) {
    console.error(USAGE)
    return 2
  }
  const { passed, failed } = await runStages(stages)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
