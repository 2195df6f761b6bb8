import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isNothing, type Method, type Operation, type OperationAnswer, type OperationInput } from '../api/operation'
import { systemClock } from '../clock'
import { type Caller, callerCan, tokenCaller } from '../domain/caller'
import { AppError } from '../errors'
import { answered, failed } from './api-answer'
import { readBytes, readJson } from './api-body'
import { requireToken, requireTokenOrLoopback } from './api-token'
import { parseInput } from './failure'
import { keyOf, type Transacts, withKey } from './idempotent'

/** Next gives no parameters at all to a path that has none. */
type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> }
type Handler<O extends Operation> = ((request: Request, context: Context) => Promise<Response>) & { operation: O }

/** A write says which kind of transaction its use-case opens: the answer to a keyed request is kept in the same one. */
type Writes<M extends Method> = M extends 'GET' ? [] : [transacts: Transacts]

/**
 * The programs' door: only a token lets in, its permission is asked for before the body is read, and every answer is JSON.
 * The last argument, of a write, is the kind of transaction that its use-case opens.
 */
export function apiRoute<O extends Operation>(
  operation: O,
  run: (caller: Caller, input: OperationInput<O>) => Promise<OperationAnswer<O>>,
  ...[transacts = 'sql']: Writes<O['method']> | []
): Handler<O> {
  const handle = async (request: Request, context: Context) => {
    try {
      const token = await requireToken(request)
      const caller = tokenCaller(token, systemClock.now())
      requirePermission(caller, operation)
      const { input, bytes } = await readInput(operation, request, (await context.params) ?? {})
      const key = operation.method === 'GET' ? undefined : keyOf(request.headers)
      if (key === undefined) return answered(operation.status, await run(caller, input))
      const { pathname, search } = new URL(request.url)
      const bodyHash = hashOf(search, String(input.version), bytes)
      const keyed = { tokenId: token.id, method: operation.method, path: pathname, key, bodyHash }
      const kept = await withKey(transacts, keyed, async () => ({
        status: operation.status,
        answer: await run(caller, input),
      }))
      return answered(kept.status, kept.answer, kept.isReplay ? { 'idempotent-replayed': 'true' } : {})
    } catch (error) {
      return failed(error)
    }
  }
  return Object.assign(handle, { operation })
}

/** What describes the API itself: for programs of the same machine, and for whoever holds a token. */
export function documentRoute(read: () => unknown): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      await requireTokenOrLoopback(request)
      return answered(200, read())
    } catch (error) {
      return failed(error)
    }
  }
}

/** Answers an address that no call has. */
export function unknownCall(): Response {
  return failed(new AppError('not-found', 'There is no such call. GET /v1/openapi.json lists what there is.'))
}

function requirePermission(caller: Caller, { permission }: Operation) {
  if (permission === null || callerCan(caller, permission)) return
  throw new AppError('forbidden', `${caller.standing} lacks ${permission}. Create one that has it.`)
}

async function readInput<O extends Operation>(
  operation: O,
  request: Request,
  params: Awaited<Context['params']>,
): Promise<{ input: OperationInput<O>; bytes: Buffer }> {
  const hasBody = !isNothing(operation.body)
  const bytes = hasBody ? await readBytes(request) : Buffer.alloc(0)
  const isLeftOut = !hasBody || (bytes.length === 0 && mayBeLeftOut(operation.body))
  const body = isLeftOut ? undefined : readJson(bytes, request.headers, operation.takesLines ?? false)
  const input = {
    params: parsed(operation.params, params),
    query: parsed(operation.query, queryOf(new URL(request.url).searchParams)),
    body: parsedBody(operation, body),
    version: operation.needsVersion ? versionOf(request.headers) : 0,
  }
  // Each part is what its own schema of the operation gave.
  return { input: input as OperationInput<O>, bytes }
}

const mayBeLeftOut = (schema: z.ZodType) => schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault

function parsedBody(operation: Operation, body: unknown): unknown {
  // Items that are judged one by one must not be refused together.
  if (!operation.bodyShape) return parsed(operation.body, body)
  const result = operation.body.safeParse(body)
  if (result.success) return result.data
  throw new AppError('invalid-input', result.error.issues[0]?.message ?? 'The body cannot be read.')
}

function parsed<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const result = parseInput(schema, raw)
  if (result.ok) return result.value
  const { code, message, fields } = result.error
  throw new AppError(code, message, { fields })
}

/** Query parameters by name; one that is repeated, or that says so by `[]`, is a list. */
function queryOf(parameters: URLSearchParams): Record<string, string | string[]> {
  const query = new Map<string, string | string[]>()
  for (const [name, value] of parameters) {
    const plain = name.replace(/\[\]$/, '')
    const before = query.get(plain)
    if (before === undefined) query.set(plain, plain === name ? value : [value])
    else query.set(plain, [before, value].flat())
  }
  return Object.fromEntries(query)
}

function versionOf(headers: Headers): number {
  const version = Number(/^(?:W\/)?"?(\d{1,9})"?$/.exec(headers.get('if-match')?.trim() ?? '')?.[1])
  if (version > 0) return version
  throw new AppError('invalid-input', 'Say which version you change: If-Match: <version>, as it was read.', {
    fields: { 'if-match': 'The version that was read.' },
  })
}

function hashOf(...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\n')
  return hash.digest('hex')
}
