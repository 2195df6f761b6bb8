import { AppError } from '../errors'
import type { Sql } from './sql'

/** One write as its sender names it: within a token, a method and a path, a key stands for one request. */
export type KeyedRequest = {
  tokenId: string
  method: string
  path: string
  key: string
  /** Of everything else that the answer depends on. */
  bodyHash: string
}

export type KeptAnswer = { status: number; answer: unknown }

export const idempotency = {
  /**
   * Makes the request this transaction's own until it ends, and gives the answer that it got within the last 24 hours.
   * @throws {AppError} `conflict` when it is being answered right now, or when the key stood for another request
   */
  async begin(sql: Sql, { tokenId, method, path, key, bodyHash }: KeyedRequest): Promise<KeptAnswer | undefined> {
    const [lock] = await sql.rows<{ isOurs: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS "isOurs"`,
      [JSON.stringify([tokenId, method, path, key])],
    )
    if (!lock?.isOurs) {
      throw new AppError('conflict', 'A request with this Idempotency-Key is still running. Try again in a moment.')
    }
    const [kept] = await sql.rows<KeptAnswer & { bodyHash: string }>(
      `SELECT body_hash AS "bodyHash", status, answer FROM idempotency
       WHERE token_id = $1::uuid AND method = $2 AND path = $3 AND key = $4 AND created_at > now() - interval '24 hours'`,
      [tokenId, method, path, key],
    )
    if (kept && kept.bodyHash !== bodyHash) {
      throw new AppError(
        'conflict',
        'This Idempotency-Key was used with another body within the last 24 hours. A new request needs a new key.',
      )
    }
    return kept && { status: kept.status, answer: kept.answer }
  },

  /** Keeps the answer with the work: both are there once the transaction commits, or neither. */
  async keep(sql: Sql, request: KeyedRequest, { status, answer }: KeptAnswer): Promise<void> {
    const { tokenId, method, path, key, bodyHash } = request
    await sql.rows(
      `INSERT INTO idempotency (token_id, method, path, key, body_hash, status, answer)
       VALUES ($1::uuid, $2, $3, $4, $5, $6, $7::json)
       ON CONFLICT (token_id, method, path, key) DO UPDATE
       SET body_hash = excluded.body_hash, status = excluded.status, answer = excluded.answer, created_at = now()`,
      [tokenId, method, path, key, bodyHash, status, JSON.stringify(answer ?? null)],
    )
  },
}
