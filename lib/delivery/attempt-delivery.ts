import type { AttemptView, ExchangeView } from '../contracts/delivery'
import { outcomeOfFailure } from '../destinations/kit/outcome-of'
import type { AlertMessage, DestinationType, Outcome } from '../destinations/kit/types'
import { type Http, type HttpAnswer, type OutboundRequest, TransportError } from '../http/types'
import { topicOf } from './topic'

export type AttemptGiven = {
  type: DestinationType
  /** As the type's own schema gave them. */
  settings: Record<string, unknown>
  /** Masks every secret among the settings: none of them is in what this answers. */
  redact: Redact
  message: AlertMessage
  http: Http
  number: number
  isProbe: boolean
}

export type Attempted = {
  attempt: AttemptView
  /** As the type told it, masked: what the schedule and the circuit go by. */
  outcome: Outcome
}

type Redact = (text: string) => string

/**
 * Makes one attempt: renders, signs, guards and sends, and answers with what happened, masked. Every attempt takes this
 * path, a test as well. Expected failure is in the answer; it throws only for a bug.
 */
export async function attemptDelivery(given: AttemptGiven): Promise<Attempted> {
  const { redact } = given
  const exchanges: ExchangeView[] = []
  const { outcome: told, failure } = await deliver(given, recording(given.http, exchanges, redact))
  const outcome = masked(told, redact)
  const status = exchanges.at(-1)?.answer?.status
  const attempt: AttemptView = {
    number: given.number,
    isProbe: given.isProbe,
    startedAt: given.message.sentAt.toISOString(),
    outcome: outcome.outcome,
    ...(outcome.outcome !== 'delivered' && { reason: outcome.reason, hint: outcome.hint }),
    topic: topicOf(outcome, status, failure),
    totalMs: exchanges.reduce((sum, exchange) => sum + exchange.phases.total, 0),
    status,
    exchanges,
    ...(outcome.outcome === 'delivered' && { externalId: outcome.externalId, externalUrl: outcome.externalUrl }),
  }
  return { attempt, outcome }
}

async function deliver(
  { type, message, settings }: AttemptGiven,
  http: Http,
): Promise<{ outcome: Outcome; failure?: TransportError }> {
  try {
    return { outcome: await type.deliver(message, settings, http) }
  } catch (error) {
    // No answer is an expected end of an attempt; anything else is a bug and goes on.
    if (!(error instanceof TransportError)) throw error
    return { outcome: outcomeOfFailure(error), failure: error }
  }
}

function recording(http: Http, exchanges: ExchangeView[], redact: Redact): Http {
  return {
    async send(request) {
      try {
        const answer = await http.send(request)
        exchanges.push({ ...requestView(request, redact), phases: answer.phases, answer: answerView(answer, redact) })
        return answer
      } catch (error) {
        if (error instanceof TransportError) {
          exchanges.push({ ...requestView(request, redact), phases: error.phases, failure: redact(error.message) })
        }
        throw error
      }
    },
  }
}

function requestView(request: OutboundRequest, redact: Redact) {
  const body = request.body ?? (request.json === undefined ? '' : JSON.stringify(request.json))
  return {
    method: request.method,
    url: redactUrl(request.url, redact),
    requestHeaders: maskAll(request.headers ?? {}, redact),
    requestBody: keepable(redact(body)),
    bytesSent: Buffer.byteLength(body),
  }
}

function answerView(answer: HttpAnswer, redact: Redact) {
  return {
    status: answer.status,
    headers: maskAll(answer.headers, redact),
    body: keepable(redact(answer.body)),
    isBodyTruncated: answer.isBodyTruncated,
    address: answer.address,
  }
}

// The origin is what lists show anyway; masking it with the rest would leave nothing to recognise the request by.
function redactUrl(url: string, redact: Redact): string {
  if (!URL.canParse(url)) return redact(url)
  const { origin, pathname, search } = new URL(url)
  const path = redact(pathname + search)
  return origin + (path.startsWith('/') ? path : `/${path}`)
}

const maskAll = (headers: Readonly<Record<string, string>>, redact: Redact) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, keepable(redact(value))]))

// A receiver may answer with anything; the database keeps neither a NUL nor half of a surrogate pair.
const keepable = (text: string) => text.replaceAll('\0', '\uFFFD').toWellFormed()

function masked(outcome: Outcome, redact: Redact): Outcome {
  const mask = (text: string) => keepable(redact(text))
  if (outcome.outcome !== 'delivered') return { ...outcome, reason: mask(outcome.reason), hint: mask(outcome.hint) }
  const { externalId, externalUrl } = outcome
  return {
    ...outcome,
    externalId: externalId === undefined ? undefined : mask(externalId),
    externalUrl: externalUrl === undefined ? undefined : mask(externalUrl),
  }
}
