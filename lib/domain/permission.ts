/** Panther's permission names, those that something here asks for. */
export type Permission =
  | 'DestinationRead'
  | 'DestinationModify'
  | 'RuleRead'
  | 'RuleModify'
  | 'GeneralSettingsRead'
  | 'GeneralSettingsModify'

export const ROLES = ['Admin', 'Analyst', 'AnalystReadOnly'] as const
export type Role = (typeof ROLES)[number]

const READ: readonly Permission[] = ['DestinationRead', 'RuleRead', 'GeneralSettingsRead']

const ROLE_PERMISSIONS: Record<Role, ReadonlySet<Permission>> = {
  Admin: new Set<Permission>([...READ, 'DestinationModify', 'RuleModify', 'GeneralSettingsModify']),
  // Panther's Analyst uses every security feature but cannot modify settings.
  Analyst: new Set<Permission>([...READ, 'DestinationModify', 'RuleModify']),
  AnalystReadOnly: new Set<Permission>(READ),
}

export function roleAllows(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].has(permission)
}
