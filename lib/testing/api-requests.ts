import { randomUUID } from 'node:crypto'
import type { NewApiTokenInput } from '../contracts/api-token'
import { PERMISSIONS } from '../domain/permission'
import { createApiToken } from '../usecases/create-api-token'
import { aCaller } from './callers'

/** A token that may do everything unless told otherwise: its value and its id. */
export function anApiToken(input: Partial<NewApiTokenInput> = {}): Promise<{ id: string; value: string }> {
  const whole = { name: `token ${randomUUID()}`, permissions: [...PERMISSIONS], expiresAt: null, cidrs: [], ...input }
  return createApiToken(aCaller(), whole)
}

type RequestOptions = {
  token?: string
  body?: unknown
  headers?: Record<string, string>
  /** Where it comes from, as the server in front established it. */
  from?: string
}

/** A request as it reaches a handler of the API. A body that is no text is sent as JSON. */
export function apiRequest(method: string, path: string, { token, body, headers, from }: RequestOptions = {}): Request {
  return new Request(`http://switchyard.test${path}`, {
    method,
    headers: {
      'x-forwarded-for': from ?? '203.0.113.9',
      ...(token !== undefined && { 'x-api-key': token }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** What Next hands a handler besides the request. */
export const noParams = { params: Promise.resolve({}) }
