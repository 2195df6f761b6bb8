import { nearest } from './did-you-mean'
import { LOG_TYPES } from './log-type-catalogue'

const KNOWN: ReadonlySet<string> = new Set(LOG_TYPES.map((logType) => logType.name))
const CUSTOM_PREFIX = 'Custom.'

/** True for the exact name of a log type in the catalogue. */
export function isKnownLogType(name: string): boolean {
  return KNOWN.has(name)
}

/** The catalogue's log type that a name it does not hold was probably meant to be; never for `Custom.` names. */
export function suggestLogType(name: string): string | undefined {
  if (KNOWN.has(name) || name.startsWith(CUSTOM_PREFIX)) return undefined
  return nearest(name, KNOWN)
}
