import type { Outcome } from '../destinations/kit/types'
import type { TransportError } from '../http/types'

/** A section of the troubleshooting page: the heading's anchor. */
export type Topic =
  | 'address-not-valid'
  | 'request-not-valid'
  | 'address-refused'
  | 'name-not-found'
  | 'no-connection'
  | 'tls-failed'
  | 'no-answer-in-time'
  | 'connection-closed'
  | 'credentials-refused'
  | 'address-gone'
  | 'too-many-requests'
  | 'receiver-failing'
  | 'redirected'
  | 'request-refused'

const FAILURE_TOPICS: Record<TransportError['failure'], Topic> = {
  'invalid-url': 'address-not-valid',
  'invalid-request': 'request-not-valid',
  refused: 'address-refused',
  dns: 'name-not-found',
  connect: 'no-connection',
  tls: 'tls-failed',
  timeout: 'no-answer-in-time',
  closed: 'connection-closed',
}

/** Where the troubleshooting page tells what to do about an attempt that did not deliver. */
export function topicOf(
  outcome: Outcome,
  status: number | undefined,
  failure: TransportError | undefined,
): Topic | undefined {
  if (outcome.outcome === 'delivered') return undefined
  if (failure) return FAILURE_TOPICS[failure.failure]
  if (outcome.outcome === 'retry') return status === 429 ? 'too-many-requests' : 'receiver-failing'
  if (outcome.because === 'credentials') return 'credentials-refused'
  if (outcome.because === 'gone') return 'address-gone'
  return status !== undefined && status >= 300 && status < 400 ? 'redirected' : 'request-refused'
}
