import type { IncomingHttpHeaders } from 'node:http'
import type { Client, Dispatcher } from 'undici'

export const MAX_BODY_BYTES = 16 * 1024

type AnswerHead = { status: number; headers: Record<string, string> }
type AnswerBody = { body: string; isBodyTruncated: boolean }

/** The headers as a record: lower-case names, a repeated header's values joined by ", ". */
function readHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  // By entries: a receiver may name a header `__proto__`.
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  )
}

/**
 * Sends one request and reads at most 16 KiB of the answer's body. A compressed body, which no request asks for, is not read
 * at all: nothing is expanded, so nothing can be a bomb. What is left unread ends with its connection.
 */
export function request(
  client: Client,
  options: Dispatcher.DispatchOptions,
  signal: AbortSignal,
): { head: Promise<AnswerHead>; body: Promise<AnswerBody> } {
  const head = Promise.withResolvers<AnswerHead>()
  const body = Promise.withResolvers<AnswerBody>()
  // Whoever waits for the head learns of the failure; nobody may be waiting for the body yet.
  body.promise.catch(() => undefined)
  const reader = createBodyReader(body.resolve)
  let controller: Dispatcher.DispatchController | undefined
  const abort = () => {
    controller?.abort(signal.reason)
    fail(signal.reason)
  }
  function fail(error: unknown) {
    signal.removeEventListener('abort', abort)
    head.reject(error)
    body.reject(error)
  }
  if (signal.aborted) fail(signal.reason)
  signal.addEventListener('abort', abort)
  client.dispatch(options, {
    onRequestStart(started) {
      controller = started
      if (signal.aborted) started.abort(signal.reason)
    },
    onResponseStart(_controller, status, received) {
      // An interim answer (RFC 9110 15.2): the real one follows.
      if (status < 200) return
      const headers = readHeaders(received)
      if ((headers['content-encoding'] ?? 'identity') !== 'identity') reader.refuse()
      head.resolve({ status, headers })
    },
    onResponseData: (_controller, chunk) => reader.read(chunk),
    onResponseEnd() {
      signal.removeEventListener('abort', abort)
      reader.end()
    },
    onResponseError: (_controller, error) => fail(error),
  })
  return { head: head.promise, body: body.promise }
}

const decoder = new TextDecoder()

function createBodyReader(done: (read: AnswerBody) => void) {
  const chunks: Buffer[] = []
  let room = MAX_BODY_BYTES
  return {
    read(chunk: Buffer) {
      if (chunk.length <= room) {
        room -= chunk.length
        chunks.push(chunk)
        return
      }
      chunks.push(chunk.subarray(0, room))
      room = 0
      // Half of a character at the cut is left out.
      done({ body: new TextDecoder().decode(Buffer.concat(chunks), { stream: true }), isBodyTruncated: true })
    },
    refuse: () => done({ body: '', isBodyTruncated: true }),
    end: () => done({ body: decoder.decode(Buffer.concat(chunks)), isBodyTruncated: false }),
  }
}
