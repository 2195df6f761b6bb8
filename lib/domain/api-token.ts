import type { Permission } from './permission'

/** What lets a program in. Its value is known to whoever holds it; here only a hash of it is kept. */
export type ApiToken = {
  id: string
  name: string
  /** The first characters of the value, to recognise it by. */
  hint: string
  permissions: readonly Permission[]
  /** CIDR ranges it may be used from; empty: anywhere. */
  cidrs: readonly string[]
  /** It is refused from then on. */
  expiresAt: Date | null
  createdAt: Date
  /** Who created it, by name. */
  createdBy: string
  lastUsedAt: Date | null
}
