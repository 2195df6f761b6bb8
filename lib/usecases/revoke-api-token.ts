import type { ApiTokenId } from '../contracts/api-token'
import type { Caller } from '../domain/caller'
import { AppError } from '../errors'
import { apiTokens } from '../repositories/api-tokens'
import { transaction } from '../repositories/db'
import { authorise } from './authorise'

/** From then on the token lets nobody in; every process knows it within two seconds. @throws {AppError} `not-found` */
export async function revokeApiToken(caller: Caller, { id }: ApiTokenId): Promise<void> {
  authorise(caller, 'OrganizationAPITokenModify')
  const isRevoked = await transaction((tx) => apiTokens.revoke(tx, id, caller.now))
  if (!isRevoked) throw new AppError('not-found', 'There is no such token. It may have been revoked already.')
}
