import 'server-only'
import type { z } from 'zod'
import { systemClock } from '../clock'
import type { ActionResult } from '../contracts/result'
import type { Caller } from '../domain/caller'
import { clientAddress, getCaller } from './caller'
import { failureOf, parseInput } from './failure'

/** Someone who has not signed in. */
export type Visitor = { address: string; now: Date }

type Action<S extends z.ZodType, R> = (input: z.input<S>) => Promise<ActionResult<R>>

/** The console's door to a use-case: parses the input, finds the caller, and turns every failure into a value. */
export function action<S extends z.ZodType, R>(
  schema: S,
  usecase: (caller: Caller, input: z.output<S>) => Promise<R>,
): Action<S, R> {
  return guarded(schema, async (input) => usecase(await getCaller(), input))
}

/** As `action`, for the two use-cases that come before anyone is signed in. */
export function visitorAction<S extends z.ZodType, R>(
  schema: S,
  usecase: (visitor: Visitor, input: z.output<S>) => Promise<R>,
): Action<S, R> {
  return guarded(schema, async (input) => usecase({ address: await clientAddress(), now: systemClock.now() }, input))
}

function guarded<S extends z.ZodType, R>(schema: S, run: (input: z.output<S>) => Promise<R>): Action<S, R> {
  return async (raw) => {
    try {
      const parsed = parseInput(schema, raw)
      return parsed.ok ? { ok: true, value: await run(parsed.value) } : parsed
    } catch (error) {
      return { ok: false, error: failureOf(error) }
    }
  }
}
