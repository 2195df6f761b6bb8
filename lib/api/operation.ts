import { z } from 'zod'
import type { Permission } from '../domain/permission'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Operations of one group stand together in the documentation. */
export const GROUPS = ['Alerts', 'Destinations', 'Deliveries', 'Routing', 'API tokens'] as const
export type Group = (typeof GROUPS)[number]

type What<M extends Method> = {
  /** `operationId`, for generated clients: a verb and a noun. */
  id: string
  method: M
  /** As OpenAPI writes it: `/v1/destinations/{id}`. */
  path: `/v1/${string}`
  group: Group
  summary: string
  /** Markdown. */
  description?: string
  /** What the token must have; `null`: any token will do. */
  permission: Permission | null
}

type Parts<P, Q, B, A> = {
  /** Of the path's `{names}`. */
  params: P
  query: Q
  /** What the handler parses the body with. */
  body: B
  /** What it answers, without change: an answer is documented by it, not checked against it. */
  answer: A
}

type Options = {
  /** Status of success; 200, or 204 where nothing is answered. */
  status?: 200 | 201 | 202 | 204
  /** A body may also come as one JSON value a line. */
  takesLines?: boolean
  /** What the documentation says of the body, where the handler judges its parts one by one. */
  bodyShape?: z.ZodType
  /** A write that states by `If-Match` which version it began from. */
  needsVersion?: boolean
  /** An example of the body, for the documentation's curl line. */
  example?: unknown
}

/** One call of the API: what its handler parses with and what its documentation is made from. */
export type Operation<
  M extends Method = Method,
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> = What<M> & Parts<P, Q, B, A> & Options & { status: 200 | 201 | 202 | 204 }

const NO_BODY = z.undefined()
const NO_ANSWER = z.void()
const NO_PARAMETERS = z.object({})

type NoParameters = typeof NO_PARAMETERS

/** Whether there is no body, or no answer. */
export const isNothing = (schema: z.ZodType) => schema.type === 'undefined' || schema.type === 'void'

/** Makes an operation; parts that are left out are empty. */
export function operation<
  const M extends Method,
  P extends z.ZodType = NoParameters,
  Q extends z.ZodType = NoParameters,
  B extends z.ZodType = typeof NO_BODY,
  A extends z.ZodType = typeof NO_ANSWER,
>(given: What<M> & Partial<Parts<P, Q, B, A>> & Options): Operation<M, P, Q, B, A> {
  // Each part left out has the type of its default: the type parameters say so.
  const parts = { params: NO_PARAMETERS, query: NO_PARAMETERS, body: NO_BODY, answer: NO_ANSWER } as unknown
  const filled = { ...(parts as Parts<P, Q, B, A>), ...given }
  return { ...filled, status: given.status ?? (isNothing(filled.answer) ? 204 : 200) }
}

/** What a handler is given. */
export type OperationInput<O extends Operation> = {
  params: z.output<O['params']>
  query: z.output<O['query']>
  body: z.output<O['body']>
  /** The version that `If-Match` named, of an operation that needs one. */
  version: number
}

/** What a handler answers. */
export type OperationAnswer<O extends Operation> = z.input<O['answer']>
