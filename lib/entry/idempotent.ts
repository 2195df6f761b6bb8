import 'server-only'
import { AppError } from '../errors'
import { transaction } from '../repositories/db'
import { idempotency, type KeptAnswer, type KeyedRequest } from '../repositories/idempotency'
import { type Sql, sqlOf, sqlTransaction } from '../repositories/sql'

/** The kind of transaction that a use-case opens, and joins when it is open already. */
export type Transacts = 'sql' | 'prisma'

const KEY = /^[\x21-\x7e]{1,255}$/

/** The request's `Idempotency-Key`, if it has one. @throws {AppError} `invalid-input` */
export function keyOf(headers: Headers): string | undefined {
  const key = headers.get('idempotency-key') ?? undefined
  if (key === undefined || KEY.test(key)) return key
  throw new AppError('invalid-input', 'The Idempotency-Key must be 1 to 255 visible ASCII characters.')
}

/**
 * Does the work of a keyed request once: whoever sends it again within 24 hours gets the first answer. The answer is kept in
 * the transaction of the work, so work that failed may be tried again under the same key.
 * @throws {AppError} `conflict`
 */
export function withKey(
  transacts: Transacts,
  request: KeyedRequest,
  work: () => Promise<KeptAnswer>,
): Promise<KeptAnswer & { isReplay: boolean }> {
  const once = async (sql: Sql) => {
    const before = await idempotency.begin(sql, request)
    if (before) return { ...before, isReplay: true }
    const kept = await work()
    await idempotency.keep(sql, request, kept)
    return { ...kept, isReplay: false }
  }
  return transacts === 'sql' ? sqlTransaction(once) : transaction((tx) => once(sqlOf(tx)))
}
