import type { OutboundRequest } from './types'

/** What goes on the wire besides the method and the path. */
export type Prepared = { headers: Record<string, string>; body: string | null }

/** The request can't be sent as it is. The message names the header and never its value. */
export class InvalidRequest extends Error {}

/** RFC 9110 5.6.2: the characters of a header's name. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
// RFC 9110 5.5, without the obsolete bytes above ASCII: no line break, no NUL, nothing that two servers read differently.
const FIELD_VALUE = /^[\x20-\x7e\t]*$/

/** Written by the client, or about the connection (RFC 9110 7.6.1): a second opinion on them splits requests. */
const OURS = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
])

/**
 * Completes the headers (names in lower case) and serialises the body.
 * @throws {InvalidRequest} for a header that is not the caller's to set, is there twice, or would break the request.
 */
export function prepareRequest({ headers, body, json }: OutboundRequest, ours: Record<string, string>): Prepared {
  const prepared: Record<string, string> = json === undefined ? {} : { 'content-type': 'application/json' }
  const seen = new Set<string>()
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (!TOKEN.test(name))
      throw new InvalidRequest('A header has a name that is not valid. Use letters, digits and hyphens.')
    const lower = name.toLowerCase()
    if (OURS.has(lower)) throw new InvalidRequest(`The header ${lower} is set by the client itself. Remove it.`)
    if (seen.has(lower)) throw new InvalidRequest(`The header ${lower} is there twice. Keep one of them.`)
    if (!FIELD_VALUE.test(value)) {
      throw new InvalidRequest(`The value of the header ${lower} must be one line of printable ASCII. Enter it again.`)
    }
    seen.add(lower)
    prepared[lower] = value
  }
  return { headers: { ...prepared, ...ours }, body: json === undefined ? (body ?? null) : JSON.stringify(json) }
}
