import type { Actor } from './actor'
import type { ApiToken } from './api-token'
import { type Permission, permissionsOf, type Role } from './permission'

/** Who asks, and when: what every use-case is given. */
export type Caller = Actor & {
  /** Of a person. */
  email?: string
  /** What the permissions come from, as an error names it: `Your role, Analyst,` or `This API token`. */
  standing: string
  permissions: ReadonlySet<Permission>
  now: Date
}

export function callerCan(caller: Caller, permission: Permission): boolean {
  return caller.permissions.has(permission)
}

/** A signed-in person. */
export function userCaller(user: { id: string; name: string; email: string; role: Role }, now: Date): Caller {
  const { role, ...person } = user
  return { ...person, type: 'user', standing: `Your role, ${role},`, permissions: permissionsOf(role), now }
}

/** A program that holds an API token. */
export function tokenCaller({ id, name, permissions }: ApiToken, now: Date): Caller {
  return { id, type: 'api-token', name, standing: 'This API token', permissions: new Set(permissions), now }
}

/** As whom a change by the caller is recorded. */
export function actorOf({ id, type, name }: Actor): Actor {
  return { id, type, name }
}
