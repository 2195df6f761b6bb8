import type { ApiTokenView } from '../contracts/api-token'
import type { Caller } from '../domain/caller'
import { apiTokens } from '../repositories/api-tokens'
import { query } from '../repositories/db'
import { authorise } from './authorise'

/** Every token that was not revoked, expired ones included, the newest first. */
export async function listApiTokens(caller: Caller): Promise<ApiTokenView[]> {
  authorise(caller, 'OrganizationAPITokenRead')
  const tokens = await query((tx) => apiTokens.list(tx))
  return tokens.map(({ permissions, cidrs, expiresAt, createdAt, lastUsedAt, ...token }) => ({
    ...token,
    permissions: [...permissions],
    cidrs: [...cidrs],
    expiresAt: expiresAt?.toISOString() ?? null,
    isExpired: expiresAt !== null && expiresAt <= caller.now,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }))
}
