import 'server-only'
import type { z } from 'zod'
import type { Failure } from '../contracts/result'
import type { Caller } from '../domain/caller'
import { ERROR_STATUS } from '../errors'
import { getCaller } from './caller'
import { failureOf, parseInput } from './failure'

type Context = { params: Promise<Record<string, string | string[] | undefined>> }

/** The console's door for reads that poll: its input is the address's path and query, its answer JSON, its failures statuses. */
export function route<S extends z.ZodType, R>(
  schema: S,
  usecase: (caller: Caller, input: z.output<S>) => Promise<R>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    try {
      const query = Object.fromEntries(new URL(request.url).searchParams)
      const parsed = parseInput(schema, { ...query, ...(await context.params) })
      if (!parsed.ok) return failureResponse(parsed.error)
      return Response.json(await usecase(await getCaller(), parsed.value), { headers: { 'cache-control': 'no-store' } })
    } catch (error) {
      return failureResponse(failureOf(error))
    }
  }
}

/** A failure as an answer: its message as JSON, under its status. */
export function failureResponse({ code, message, fields }: Failure): Response {
  return Response.json({ message, fields }, { status: ERROR_STATUS[code], headers: { 'cache-control': 'no-store' } })
}
