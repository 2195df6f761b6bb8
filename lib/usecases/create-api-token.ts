import { randomBytes } from 'node:crypto'
import type { CreatedApiTokenView, NewApiTokenInput } from '../contracts/api-token'
import { type Caller, callerCan } from '../domain/caller'
import { AppError } from '../errors'
import { apiTokens } from '../repositories/api-tokens'
import { transaction } from '../repositories/db'
import { authorise } from './authorise'

/** Shows what it is to a person, and to programs that look for secrets where none should be. */
const PREFIX = 'syd_'
const RANDOM_BYTES = 32
const HINT_LENGTH = PREFIX.length + 4

/**
 * Creates a token that may do at most what its creator may. Its value is in this answer and nowhere else.
 * @throws {AppError} `forbidden`, `invalid-input`, `conflict` when its name is taken
 */
export async function createApiToken(caller: Caller, input: NewApiTokenInput): Promise<CreatedApiTokenView> {
  authorise(caller, 'OrganizationAPITokenModify')
  const beyond = input.permissions.filter((permission) => !callerCan(caller, permission))
  if (beyond.length > 0) {
    throw new AppError('forbidden', `${caller.standing} lacks ${beyond.join(', ')}, so it cannot give that to a token.`)
  }
  if (input.expiresAt && input.expiresAt <= caller.now) {
    const message = 'This moment is past. Choose one to come.'
    throw new AppError('invalid-input', message, { fields: { expiresAt: message } })
  }
  const value = PREFIX + randomBytes(RANDOM_BYTES).toString('base64url')
  const token = { ...input, hint: value.slice(0, HINT_LENGTH), createdAt: caller.now, createdBy: caller.name }
  const { id } = await transaction((tx) => apiTokens.insert(tx, token, value))
  return { id, value }
}
