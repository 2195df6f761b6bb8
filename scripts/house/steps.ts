import { commandStep, type Step } from './run-steps'

export const UNIT_TESTS: Step = commandStep('unit tests', 'vitest run --project unit')
export const DATABASE_TESTS: Step = commandStep('database tests', 'vitest run --project database')

/** What needs no database and no browser, the longest first so that two at a time end together. */
export const VERIFY_STEPS: readonly Step[] = [
  UNIT_TESTS,
  commandStep('types', 'next typegen && tsc --noEmit'),
  commandStep('boundaries', 'tsx scripts/check-boundaries.ts'),
  commandStep('unused code', 'knip'),
  commandStep('format and lint', 'biome check .'),
  commandStep('doc references', 'tsx scripts/check-doc-refs.ts'),
]

/** How many steps run at once: more make each other slow on a machine of two cores. */
export const STEPS_AT_ONCE = 2
