import { systemClock } from '../clock'
import { env, ownAddress } from '../env'
import { loadDestination } from './load-destination'
import { outbound } from './outbound'
import type { Outside } from './outside'
import { tellOfAttempt } from './tell-of-attempt'

const MS = 1000

/** The real world. */
export const systemOutside: Outside = {
  now: () => systemClock.now(),
  monotonic: () => performance.now(),
  random: Math.random,
  http: (timeoutSeconds) => outbound().withTimeout(timeoutSeconds * MS),
  load: loadDestination,
  consoleUrl: (configured) => env().SWITCHYARD_URL ?? configured ?? ownAddress(),
  told: tellOfAttempt,
}
