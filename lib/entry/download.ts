import 'server-only'
import type { z } from 'zod'
import type { Download } from '../contracts/download'
import type { Caller } from '../domain/caller'
import { log } from '../log'
import { getCaller } from './caller'
import { failureOf, parseInput } from './failure'
import { failureResponse } from './route'

/** The console's door for files: its input is the address's path and query, its answer a file that is made while it is read. */
export function download<S extends z.ZodType>(
  schema: S,
  usecase: (caller: Caller, input: z.output<S>) => Promise<Download>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const parsed = parseInput(schema, Object.fromEntries(new URL(request.url).searchParams))
      if (!parsed.ok) return failureResponse(parsed.error)
      const { filename, contentType, chunks } = await usecase(await getCaller(), parsed.value)
      return new Response(streamOf(chunks), {
        headers: {
          'content-type': contentType,
          'content-disposition': `attachment; filename="${filename}"`,
          'cache-control': 'no-store',
        },
      })
    } catch (error) {
      return failureResponse(failureOf(error))
    }
  }
}

/** Asks for the next chunk when the last one was taken: a reader who is slow, or leaves, holds nothing in memory. */
function streamOf(chunks: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = chunks[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      } catch (error) {
        // The head is sent: a broken connection is what says that the file is not whole.
        log.error({ err: error }, 'an export ended early')
        controller.error(error)
      }
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
