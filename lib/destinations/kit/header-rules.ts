import { z } from 'zod'

const MAX_HEADERS = 20
const MAX_NAME_LENGTH = 128
const MAX_VALUE_LENGTH = 4096

/** RFC 9110 5.6.2: the characters of a header's name. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const PRINTABLE_ASCII = /^[\x20-\x7e\t]+$/

/** Written by the client itself, or meant for one hop only (RFC 9110 7.6.1): a custom value would break the request. */
const RESERVED = new Set([
  'accept',
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
])
const RESERVED_PREFIXES = ['webhook-', 'proxy-']

function isReserved(name: string): boolean {
  const lower = name.toLowerCase()
  return RESERVED.has(lower) || RESERVED_PREFIXES.some((prefix) => lower.startsWith(prefix))
}

const headerName = z
  .string({ error: 'A header needs a name.' })
  .trim()
  .min(1, { error: 'A header needs a name.', abort: true })
  .max(MAX_NAME_LENGTH, `A header name has at most ${MAX_NAME_LENGTH} characters.`)
  .regex(TOKEN, {
    error: 'A header name holds letters, digits and hyphens, without spaces or a colon.',
    abort: true,
  })
  .refine((name) => !isReserved(name), {
    error: (issue) => `Switchyard sets ${String(issue.input)} itself. Remove this header.`,
  })

const headerValue = z
  .string({ error: 'A header needs a value.' })
  .trim()
  .min(1, { error: 'A header needs a value.', abort: true })
  .max(MAX_VALUE_LENGTH, `A header value has at most ${MAX_VALUE_LENGTH} characters.`)
  .regex(PRINTABLE_ASCII, 'A header value is one line of letters, digits and signs (printable ASCII).')

/** The rows of a `headers` field: at most 20, each name once whatever its case, and none that the client writes itself. */
export function headerRows() {
  return z
    .array(z.object({ name: headerName, value: headerValue }), { error: 'Headers are a list of names and values.' })
    .max(MAX_HEADERS, `A destination has at most ${MAX_HEADERS} headers.`)
    .superRefine((rows, context) => {
      const seen = new Set<string>()
      for (const [index, { name }] of rows.entries()) {
        const lower = name.toLowerCase()
        if (seen.has(lower)) {
          context.addIssue({
            code: 'custom',
            path: [index, 'name'],
            message: `${name} is there twice. Keep one of them.`,
          })
        }
        seen.add(lower)
      }
    })
}
