import type { Dispatcher } from 'undici'

export const MAX_BODY_BYTES = 16 * 1024

type AnswerBody = { body: string; isBodyTruncated: boolean }

/** The headers as a record: lower-case names, a repeated header's values joined by ", ". */
export function readHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  )
}

/**
 * Reads at most 16 KiB of the body and leaves the rest. A compressed body, which no request asks for, is not read at
 * all: nothing is expanded, so nothing can be a bomb.
 */
export async function readBody(
  stream: Dispatcher.ResponseData['body'],
  contentEncoding = 'identity',
): Promise<AnswerBody> {
  // What is left unread ends in an error that was asked for.
  stream.on('error', () => undefined)
  if (contentEncoding !== 'identity') {
    stream.destroy()
    return { body: '', isBodyTruncated: true }
  }
  const decoder = new TextDecoder()
  let body = ''
  let room = MAX_BODY_BYTES
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (chunk.length > room) {
      return { body: body + decoder.decode(chunk.subarray(0, room), { stream: true }), isBodyTruncated: true }
    }
    room -= chunk.length
    body += decoder.decode(chunk, { stream: true })
  }
  return { body: body + decoder.decode(), isBodyTruncated: false }
}
