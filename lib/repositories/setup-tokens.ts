import { createHash, timingSafeEqual } from 'node:crypto'
import type { Tx } from './db'

const ONLY = { id: 1 }
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

export const setupTokens = {
  /** Stores the hash of a new token in place of the last one. */
  async replace(tx: Tx, token: string, at: Date): Promise<void> {
    const data = { tokenHash: hashOf(token), createdAt: at }
    await tx.setupToken.upsert({ where: ONLY, create: { ...ONLY, ...data }, update: data })
  },

  /** Deletes the token if `token` is it. Of two transactions that try, the second waits and finds nothing. */
  async consume(tx: Tx, token: string): Promise<boolean> {
    const [row] = await tx.$queryRaw<
      { token_hash: string }[]
    >`SELECT token_hash FROM setup_token WHERE id = 1 FOR UPDATE`
    if (!row || !timingSafeEqual(Buffer.from(row.token_hash), Buffer.from(hashOf(token)))) return false
    await tx.setupToken.delete({ where: ONLY })
    return true
  },

  async remove(tx: Tx): Promise<void> {
    await tx.setupToken.deleteMany()
  },
}
