import 'server-only'
import { AppError } from '../errors'

/** Enough for 1,000 alerts of 10 KB each. */
export const BODY_MAX_BYTES = 10 * 1024 * 1024

/**
 * The bytes of a request's body. One that is too large is refused as soon as that is known, before all of it was read.
 * @throws {AppError} `too-large`
 */
export async function readBytes(request: Request): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_MAX_BYTES) throw tooLarge()
  if (!request.body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.length
    if (size > BODY_MAX_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

/** What the bytes say: a JSON value, or the values of their lines. @throws {AppError} `invalid-input` */
export function readJson(bytes: Buffer, headers: Headers, takesLines: boolean): unknown {
  const isLines = requireReadable(headers, takesLines)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new AppError('invalid-input', 'The body is not UTF-8.', { cause: error })
  }
  if (isLines) return readLines(text)
  if (text.trim() === '') throw new AppError('invalid-input', 'The body is empty: send JSON.')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new AppError('invalid-input', `The body is not JSON: ${messageOf(error)}`, { cause: error })
  }
}

/** @returns whether the body is one JSON value a line. */
function requireReadable(headers: Headers, takesLines: boolean): boolean {
  const encoding = headers.get('content-encoding')
  if (encoding && encoding !== 'identity') {
    throw new AppError('invalid-input', `The body is encoded with ${encoding}. Send it as it is.`)
  }
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? 'application/json'
  if (type === 'application/json') return false
  if (takesLines && type === 'application/x-ndjson') return true
  const known = takesLines ? 'application/json or application/x-ndjson' : 'application/json'
  throw new AppError('invalid-input', `The content-type is ${type}. Send ${known}.`)
}

// A line that is no JSON is judged like any other alert: it gets its own error and holds up nobody.
function readLines(text: string): unknown[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => {
    try {
      return JSON.parse(line)
    } catch {
      return line
    }
  })
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

const tooLarge = () =>
  new AppError('too-large', `The body is larger than ${BODY_MAX_BYTES / 1024 / 1024} MB. Send it in several calls.`)
