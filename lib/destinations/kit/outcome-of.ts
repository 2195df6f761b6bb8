import type { HttpAnswer, TransportError, TransportFailure } from '../../http/types'
import { retryAfterMs } from './retry-after'
import { toWellFormed, truncate } from './text'
import type { Outcome } from './types'

/** How one vendor's answers are read. */
type AnswerReading = {
  /** Whose answer it is, in the texts: "Slack". */
  receiver: string
  /** When the request was made: what a `Retry-After` date is counted from, if the answer itself has no date. */
  sentAt: Date
  /** The vendor's own success test of a 2xx; without one every 2xx is success. */
  isDelivered?: (answer: HttpAnswer) => boolean
  /** The address is itself the credential: a 404 says that it was revoked. */
  urlIsCredential?: boolean
  /** The least wait after a 429, for vendors that name none. */
  throttleMs?: number
  /** The vendor's own explanation in its answer; without one the body's beginning is quoted. */
  explain?: (answer: HttpAnswer) => string
  /** What to do about a request that was refused, where the vendor's answer tells more than the status. */
  hint?: (answer: HttpAnswer) => string | undefined
}

const MAX_EXCERPT_LENGTH = 200
const RETRIED_STATUSES = new Set([408, 425, 429])

/** The body's beginning on one line, at most 200 characters of it. */
function excerpt(text: string): string {
  return truncate(
    toWellFormed(text)
      .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
      .trim(),
    MAX_EXCERPT_LENGTH,
  )
}

function reasonOf(answer: HttpAnswer, { receiver, explain }: AnswerReading): string {
  const words = excerpt(explain?.(answer) ?? answer.body)
  return words === '' ? `${receiver} answered ${answer.status}.` : `${receiver} answered ${answer.status}: ${words}`
}

function retryHint(status: number): string {
  if (status === 429)
    return 'It takes fewer requests than it gets. Wait a little; if this goes on, narrow what the destination accepts.'
  return 'The receiver has a problem of its own. If this goes on, look in its log.'
}

function requestHint(status: number): string {
  if (status < 300)
    return 'The receiver accepted the request but not the alert. Check that the address is the right one.'
  if (status < 400) return 'Redirects are not followed. Enter the address that it leads to.'
  if (status === 404) return 'Nothing is at this address. Check it for a typing error.'
  if (status === 405) return 'The address does not take POST requests. Check that it is the right one.'
  if (status === 413)
    return 'The alert is too large for the receiver. Raise its limit or make the alert context smaller.'
  return 'The receiver does not accept this request. Read its answer, correct the settings, and send the alert again.'
}

function rejected(answer: HttpAnswer, reading: AnswerReading): Outcome {
  const { status } = answer
  const reason = reasonOf(answer, reading)
  if (status === 401 || status === 403) {
    const hint = 'The receiver does not accept the credentials. Enter current ones in the destination’s settings.'
    return { outcome: 'rejected', because: 'credentials', reason, hint: reading.hint?.(answer) ?? hint }
  }
  if (status === 410 || (status === 404 && reading.urlIsCredential === true)) {
    const hint =
      'The address no longer exists. Make a new one at the receiver and enter it in the destination’s settings.'
    return { outcome: 'rejected', because: 'gone', reason, hint: reading.hint?.(answer) ?? hint }
  }
  return { outcome: 'rejected', because: 'request', reason, hint: reading.hint?.(answer) ?? requestHint(status) }
}

/** Reads an answer: 2xx by the vendor's own test; 408, 425, 429 and 5xx are tried again; the rest is rejected at once. */
export function outcomeOf(answer: HttpAnswer, reading: AnswerReading): Outcome {
  const { status } = answer
  if (status >= 200 && status < 300 && (reading.isDelivered?.(answer) ?? true)) return { outcome: 'delivered' }
  if (!RETRIED_STATUSES.has(status) && !(status >= 500 && status < 600)) return rejected(answer, reading)

  const named = retryAfterMs(answer.headers, reading.sentAt)
  const afterMs = status === 429 && reading.throttleMs !== undefined ? Math.max(named ?? 0, reading.throttleMs) : named
  return {
    outcome: 'retry',
    reason: reasonOf(answer, reading),
    hint: retryHint(status),
    ...(afterMs !== undefined && { afterMs }),
  }
}

const FAILURE_HINTS: Record<TransportFailure, { isFinal: boolean; hint: string }> = {
  'invalid-url': { isFinal: true, hint: 'Correct the address in the destination’s settings.' },
  'invalid-request': { isFinal: true, hint: 'Correct the headers in the destination’s settings.' },
  refused: {
    isFinal: true,
    hint: 'Enter an address on the public internet, or ask the operator to allow this one in SWITCHYARD_EGRESS_ALLOW.',
  },
  dns: { isFinal: false, hint: 'Check the host’s name for a typing error.' },
  connect: { isFinal: false, hint: 'Check that the receiver runs and that its port is open.' },
  tls: {
    isFinal: false,
    hint: 'Check the receiver’s certificate: its name, its dates, and who signed it.',
  },
  timeout: {
    isFinal: false,
    hint: 'Check that the receiver answers at once and does its work afterwards.',
  },
  closed: { isFinal: false, hint: 'Check the receiver, and any proxy before it.' },
}

/** Reads a failure of transport: what we refuse to send is rejected, everything else is tried again. */
export function outcomeOfFailure(error: TransportError): Outcome {
  const { isFinal, hint } = FAILURE_HINTS[error.failure]
  if (isFinal) return { outcome: 'rejected', because: 'request', reason: error.message, hint }
  return { outcome: 'retry', reason: error.message, hint }
}
