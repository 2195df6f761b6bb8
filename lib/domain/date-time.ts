const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|([+-])(\d{2}):(\d{2})(?::(\d{2}))?)$/

/**
 * The moment that an ISO 8601 date-time names: seconds optional, 1–9 fraction digits optional, offset compulsory (`Z`,
 * `±hh:mm` or `±hh:mm:ss`), as Panther's AWSDateTime. `undefined` for anything else, dates that do not exist included.
 */
export function parseDateTime(text: string): Date | undefined {
  const match = DATE_TIME.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour, minute, second = '0', fraction = '', zone, sign, ...offset] = match
  const [y, mo, d, h, mi, s] = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (h > 23 || mi > 59 || s > 59) return undefined
  const at = new Date(0)
  at.setUTCFullYear(y, mo - 1, d)
  if (at.getUTCMonth() !== mo - 1 || at.getUTCDate() !== d) return undefined
  at.setUTCHours(h, mi, s, Number(fraction.padEnd(3, '0').slice(0, 3)))
  if (zone === 'Z') return at
  const [offsetHours = 0, offsetMinutes = 0, offsetSeconds = 0] = offset.map((part) => Number(part ?? 0))
  if (offsetHours > 23 || offsetMinutes > 59 || offsetSeconds > 59) return undefined
  const offsetMs = ((offsetHours * 60 + offsetMinutes) * 60 + offsetSeconds) * 1000
  return new Date(at.getTime() - (sign === '-' ? -offsetMs : offsetMs))
}
