import ipaddr from 'ipaddr.js'
import type { ApiToken } from '../domain/api-token'
import { apiTokens, hashToken } from '../repositories/api-tokens'
import { sqlQuery } from '../repositories/sql'

/** For so long a token that was looked up is believed: what a revocation takes to reach every process. */
const BELIEVED_MS = 2000
const TOUCH_EVERY_MS = 60_000

type Known = { token: ApiToken; readAt: number; touchedAt: number }

// Only tokens that exist are remembered, so nobody can fill it from outside.
const known = new Map<string, Known>()

/**
 * The token of this value if it may be used from `address` at `now`. Unknown, revoked, expired and used from elsewhere are
 * one and the same: `undefined`.
 */
export async function authenticateToken(value: string, address: string, now: Date): Promise<ApiToken | undefined> {
  const found = await lookUp(value, now)
  if (!found) return undefined
  const { token } = found
  if (token.expiresAt && token.expiresAt <= now) return undefined
  if (!isWithin(token.cidrs, address)) return undefined
  if (now.getTime() - found.touchedAt >= TOUCH_EVERY_MS) {
    found.touchedAt = now.getTime()
    // When it was last used is worth no request: without a note it is noted next time.
    await sqlQuery((sql) => apiTokens.touch(sql, token.id)).catch(() => {
      found.touchedAt = 0
    })
  }
  return token
}

async function lookUp(value: string, now: Date): Promise<Known | undefined> {
  const hash = hashToken(value)
  const before = known.get(hash)
  const age = before && now.getTime() - before.readAt
  if (before && age !== undefined && age >= 0 && age < BELIEVED_MS) return before
  const token = await sqlQuery((sql) => apiTokens.findByHash(sql, hash))
  if (!token) {
    known.delete(hash)
    return undefined
  }
  const fresh = { token, readAt: now.getTime(), touchedAt: before?.touchedAt ?? 0 }
  known.set(hash, fresh)
  return fresh
}

function isWithin(cidrs: readonly string[], address: string): boolean {
  if (cidrs.length === 0) return true
  if (!ipaddr.isValid(address)) return false
  const client = ipaddr.process(address)
  return cidrs.some((cidr) => {
    const range = ipaddr.parseCIDR(cidr)
    return client.kind() === range[0].kind() && client.match(range)
  })
}
