import { type Permission, type Role, roleAllows } from './permission'

/** Who asks, and when: what every use-case is given. */
export type Caller = {
  id: string
  name: string
  email: string
  role: Role
  now: Date
}

export function callerCan(caller: Caller, permission: Permission): boolean {
  return roleAllows(caller.role, permission)
}
