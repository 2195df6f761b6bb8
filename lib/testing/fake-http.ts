import type { Http, HttpAnswer, OutboundRequest } from '../http/types'
import { TransportError } from '../http/types'

type FakeHttp = Http & { requests: OutboundRequest[] }

/** An answer with everything filled in but what is given. */
export function anAnswer(given: Partial<HttpAnswer> = {}): HttpAnswer {
  return {
    status: 200,
    headers: {},
    body: '',
    isBodyTruncated: false,
    phases: { total: 1 },
    address: '203.0.113.7:443',
    ...given,
  }
}

/** Gives the scripted answers in order, records what was sent, and throws at a request that no answer is left for. */
export function fakeHttp(...script: (Partial<HttpAnswer> | TransportError)[]): FakeHttp {
  const requests: OutboundRequest[] = []
  return {
    requests,
    async send(request) {
      const next = script[requests.length]
      requests.push(request)
      if (next === undefined) throw new Error(`Request ${requests.length} was not expected: the script is at its end.`)
      if (next instanceof TransportError) throw next
      return anAnswer(next)
    },
  }
}

/** The body's text as the client puts it on the wire. */
export function bodyOf(request: OutboundRequest | undefined): string {
  return request?.body ?? JSON.stringify(request?.json)
}
