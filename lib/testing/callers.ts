import { type Caller, userCaller } from '../domain/caller'
import type { Role } from '../domain/permission'

/** Somebody who asks, at a fixed time unless given another. */
export function aCaller({
  role = 'Admin',
  now = new Date('2026-03-01T12:00:00Z'),
}: {
  role?: Role
  now?: Date
} = {}): Caller {
  return userCaller({ id: 'user-1', name: 'Ada', email: 'ada@example.com', role }, now)
}
