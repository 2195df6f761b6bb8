import { runSteps } from './house/run-steps'
import { STEPS_AT_ONCE, VERIFY_STEPS } from './house/steps'

console.log('Switchyard: format, types, boundaries, unused code, doc references, unit tests')
const { passed, failed } = await runSteps(VERIFY_STEPS, { atOnce: STEPS_AT_ONCE, print: console.log })
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
