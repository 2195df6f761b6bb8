import 'server-only'
import { ERROR_STATUS } from '../errors'
import { failureOf } from './failure'

const NO_STORE = { 'cache-control': 'no-store' }

/** A value as the API answers it. */
export function answered(status: number, value: unknown, headers: Record<string, string> = {}): Response {
  const all = { ...NO_STORE, ...headers }
  return status === 204 ? new Response(null, { status, headers: all }) : Response.json(value, { status, headers: all })
}

/** A caught error as the API answers it: `{message, fields?}` under its status. */
export function failed(error: unknown): Response {
  const { code, message, fields } = failureOf(error)
  const status = ERROR_STATUS[code]
  return answered(status, { message, fields }, status === 401 ? { 'www-authenticate': 'Bearer' } : {})
}
