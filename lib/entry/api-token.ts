import 'server-only'
import { authenticateToken } from '../auth/authenticate-token'
import { isLoopback, shownToken } from '../auth/shown-token'
import { systemClock } from '../clock'
import type { ApiToken } from '../domain/api-token'
import { AppError } from '../errors'

/** The token that a request shows. @throws {AppError} `bad-token`, the same for every reason */
export async function requireToken({ headers }: Request): Promise<ApiToken> {
  const value = shownToken((name) => headers.get(name))
  const token = value ? await authenticateToken(value, addressOf(headers), systemClock.now()) : undefined
  if (token) return token
  throw new AppError(
    'bad-token',
    'This needs an API token that is valid and allowed from this address, as X-API-Key or as Authorization: Bearer.',
  )
}

/** Lets programs of the same machine in without a token, and others with any. @throws {AppError} `bad-token` */
export async function requireTokenOrLoopback(request: Request): Promise<void> {
  if (isLoopback(addressOf(request.headers))) return
  await requireToken(request)
}

// As the server in front of Next's handler established it.
const addressOf = (headers: Headers) => headers.get('x-forwarded-for') ?? 'unknown'
