import type { DynamicDestinations, RoutingSettings } from '@/lib/domain/routing'

/** The one entry that is not a name: the alert goes nowhere. */
const SKIP = 'SKIP'

/** What `destinations()` said: nothing, go nowhere, these entries, or something that cannot be used. */
export type DynamicReading =
  | { said: 'nothing' }
  | { said: 'skip' }
  | { said: 'entries'; entries: readonly string[] }
  | { said: 'unusable'; message: string }

/**
 * Reads what `destinations()` gave for one alert. `SKIP` is looked for first: it makes the alert go nowhere even beside an
 * entry that is not text.
 */
export function readDynamicDestinations(dynamic: DynamicDestinations, settings: RoutingSettings): DynamicReading {
  if (dynamic === null) return { said: 'nothing' }
  if ('error' in dynamic) return { said: 'unusable', message: dynamic.error }
  const { returned } = dynamic
  if (returned === null || returned === undefined) return { said: 'nothing' }
  if (!Array.isArray(returned)) {
    return { said: 'unusable', message: `destinations() returned ${kindOf(returned)}, not a list` }
  }
  return readList(returned, settings)
}

function readList(list: readonly unknown[], settings: RoutingSettings): DynamicReading {
  if (list.length === 0) return { said: settings.emptyDynamicList === 'suppress' ? 'skip' : 'nothing' }
  if (list.includes(SKIP)) return { said: 'skip' }
  const entries: string[] = []
  for (const [place, entry] of list.entries()) {
    if (typeof entry !== 'string') {
      return { said: 'unusable', message: `Entry ${place + 1} of destinations() is ${kindOf(entry)}, not a string` }
    }
    entries.push(entry)
  }
  return { said: 'entries', entries }
}

/** Names a value that came from Python by way of JSON, without its content. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'None'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a dict'
  return `a ${typeof value}`
}
