const MIN_MS = 1_000
const MAX_MS = 60 * 60 * 1_000

/** RFC 9110 5.6.7, the form every sender must use. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

function parseHttpDate(text: string | undefined): number | undefined {
  if (text === undefined || !HTTP_DATE.test(text.trim())) return undefined
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : time
}

/**
 * The wait an answer's `Retry-After` asks for, in milliseconds between a second and an hour; `undefined` when there is
 * none or it means nothing. A date is counted from the answer's own `Date`, so that the clocks need not agree.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, sentAt: Date): number | undefined {
  const text = headers['retry-after']?.trim()
  if (text === undefined) return undefined
  const until = parseHttpDate(text)
  const now = parseHttpDate(headers.date) ?? sentAt.getTime()
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1_000 : until === undefined ? Number.NaN : until - now
  if (Number.isNaN(waitMs) || waitMs < 0) return undefined
  return Math.min(Math.max(waitMs, MIN_MS), MAX_MS)
}
