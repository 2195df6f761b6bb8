import type { AttemptView, ExchangeView } from '../contracts/delivery'
import { outcomeOfFailure } from '../destinations/kit/outcome-of'
import { createRedactor } from '../destinations/kit/redact'
import type { AlertMessage, DestinationType, Outcome } from '../destinations/kit/types'
import { type Http, type HttpAnswer, type OutboundRequest, TransportError } from '../http/types'
import { topicOf } from './topic'

export type AttemptGiven = {
  type: DestinationType
  /** As the type's own schema gave them. */
  settings: Record<string, unknown>
  /** Every secret among the settings: none of them is in what this answers. */
  secrets: readonly string[]
  message: AlertMessage
  http: Http
  number: number
}

type Redact = (text: string) => string

/**
 * Makes one attempt: renders, signs, guards and sends, and answers with what happened, masked. Every attempt takes this
 * path, a test as well. Expected failure is in the answer; it throws only for a bug.
 */
export async function attemptDelivery(given: AttemptGiven): Promise<AttemptView> {
  const redact = createRedactor(given.secrets)
  const exchanges: ExchangeView[] = []
  const { outcome, failure } = await deliver(given, recording(given.http, exchanges, redact))
  const told =
    outcome.outcome === 'delivered' ? {} : { reason: mask(outcome.reason, redact), hint: mask(outcome.hint, redact) }
  const created =
    outcome.outcome === 'delivered'
      ? { externalId: mask(outcome.externalId, redact), externalUrl: mask(outcome.externalUrl, redact) }
      : {}
  return {
    number: given.number,
    startedAt: given.message.sentAt.toISOString(),
    outcome: outcome.outcome,
    ...told,
    topic: topicOf(outcome, exchanges.at(-1)?.answer?.status, failure),
    totalMs: exchanges.reduce((sum, exchange) => sum + exchange.phases.total, 0),
    exchanges,
    ...created,
  }
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

const mask = (text: string | undefined, redact: Redact) => (text === undefined ? undefined : keepable(redact(text)))
