import { createHash, randomUUID } from 'node:crypto'
import type { ApiToken } from '../domain/api-token'
import { PERMISSIONS, type Permission } from '../domain/permission'
import { AppError } from '../errors'
import { isUniqueViolation, type Tx } from './db'
import type { ApiTokenModel } from './generated/models'
import type { Sql } from './sql'

export type NewApiToken = Omit<ApiToken, 'id' | 'lastUsedAt'>

/** What is kept of a token's value. */
export const hashToken = (value: string) => createHash('sha256').update(value).digest('hex')

const COLUMNS = `id::text, name, hint, permissions, cidrs, expires_at AS "expiresAt", created_at AS "createdAt",
  created_by AS "createdBy", last_used_at AS "lastUsedAt"`

export const apiTokens = {
  /** The token whose value has this hash, unless it was revoked; whether it expired is for the caller to see. */
  async findByHash(sql: Sql, hash: string): Promise<ApiToken | undefined> {
    const [row] = await sql.rows<ApiTokenRow>(
      `SELECT ${COLUMNS} FROM api_token WHERE hash = $1 AND revoked_at IS NULL`,
      [hash],
    )
    return row && toApiToken(row)
  },

  /** Notes that the token was used now, unless that was noted within the last minute. */
  async touch(sql: Sql, id: string): Promise<void> {
    await sql.rows(
      `UPDATE api_token SET last_used_at = now()
       WHERE id = $1::uuid AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
      [id],
    )
  },

  /** Those that were not revoked, the newest first. */
  async list(tx: Tx): Promise<ApiToken[]> {
    const rows = await tx.apiToken.findMany({
      where: { revokedAt: null },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    })
    return rows.map(toApiToken)
  },

  /** Keeps a token by the hash of `value`. @throws {AppError} `conflict` when another has its name */
  async insert(tx: Tx, token: NewApiToken, value: string): Promise<{ id: string }> {
    const id = randomUUID()
    const { permissions, cidrs, ...rest } = token
    try {
      await tx.apiToken.create({
        data: { ...rest, id, permissions: [...permissions], cidrs: [...cidrs], hash: hashToken(value) },
      })
      return { id }
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      const message = `There is a token called ${token.name} already. Choose another name.`
      throw new AppError('conflict', message, { fields: { name: message }, cause: error })
    }
  },

  /** @returns whether there was such a token to revoke. */
  async revoke(tx: Tx, id: string, at: Date): Promise<boolean> {
    const { count } = await tx.apiToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } })
    return count > 0
  },
}

type ApiTokenRow = Omit<ApiTokenModel, 'hash' | 'revokedAt'>

// A permission that a later version no longer knows grants nothing.
const toApiToken = ({
  id,
  name,
  hint,
  permissions,
  cidrs,
  expiresAt,
  createdAt,
  createdBy,
  lastUsedAt,
}: ApiTokenRow) => ({
  id,
  name,
  hint,
  permissions: PERMISSIONS.filter((known) => permissions.includes(known)) satisfies Permission[],
  cidrs,
  expiresAt,
  createdAt,
  createdBy,
  lastUsedAt,
})
