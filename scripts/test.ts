import { buildIfNeeded } from '../lib/server/build'
import { bringBrowser } from './house/find-browser'
import { commandStep, runSteps, type Step, type Tally } from './house/run-steps'
import { DATABASE_TESTS, STEPS_AT_ONCE, UNIT_TESTS, VERIFY_STEPS } from './house/steps'

const USAGE = `npm test                                everything but the torture
npm test -- unit | database | browser | torture   one part`

const BUILD: Step = {
  name: 'build',
  run: async () => {
    buildIfNeeded(console.log)
    return { isPassed: true, output: '' }
  },
}

const BROWSER_TESTS: Step = {
  name: 'browser tests',
  run: async () => {
    const environment = { SWITCHYARD_TEST_BROWSER: bringBrowser(console.log) }
    return commandStep('browser tests', 'playwright test', environment).run()
  },
}

const run = (steps: readonly Step[], atOnce = 1) => runSteps(steps, { atOnce, print: console.log })

const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
})

const TORTURE = commandStep('torture, in small', 'tsx scripts/torture.ts --quick')

/** Steps that need the production build: none of them is run without it. */
const runBuilt =
  (...steps: readonly Step[]) =>
  async (): Promise<Tally> => {
    const built = await run([BUILD])
    if (built.failed === 0) return sum([built, await run(steps)])
    for (const { name } of steps) console.log(`FAILED  ${name}: not run, since there is no build`)
    return { passed: 0, failed: 1 + steps.length }
  }

const PARTS: Readonly<Record<string, () => Promise<Tally>>> = {
  unit: () => run([UNIT_TESTS]),
  database: () => run([DATABASE_TESTS]),
  browser: runBuilt(BROWSER_TESTS),
  torture: runBuilt(TORTURE),
}

async function runEverything(): Promise<Tally> {
  const verified = await run(VERIFY_STEPS, STEPS_AT_ONCE)
  return sum([verified, await run([DATABASE_TESTS]), await runBuilt(BROWSER_TESTS)()])
}

async function main([part, ...rest]: readonly string[]): Promise<number> {
  const runPart = part === undefined ? runEverything : PARTS[part]
  if (runPart === undefined || rest.length > 0) {
    console.error(USAGE)
    return 2
  }
  const { passed, failed } = await runPart()
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
