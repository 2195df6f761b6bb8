/** Panther's permission names, those that something here asks for. */
export const PERMISSIONS = [
  'AlertRead',
  'AlertModify',
  'DestinationRead',
  'DestinationModify',
  'RuleRead',
  'RuleModify',
  'GeneralSettingsRead',
  'GeneralSettingsModify',
  'OrganizationAPITokenRead',
  'OrganizationAPITokenModify',
] as const
export type Permission = (typeof PERMISSIONS)[number]

export const ROLES = ['Admin', 'Analyst', 'AnalystReadOnly'] as const
export type Role = (typeof ROLES)[number]

const READ: readonly Permission[] = ['AlertRead', 'DestinationRead', 'RuleRead', 'GeneralSettingsRead']

const ROLE_PERMISSIONS: Record<Role, ReadonlySet<Permission>> = {
  Admin: new Set(PERMISSIONS),
  // Panther's Analyst uses every security feature but cannot modify settings.
  Analyst: new Set<Permission>([...READ, 'AlertModify', 'DestinationModify', 'RuleModify']),
  AnalystReadOnly: new Set<Permission>(READ),
}

export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return ROLE_PERMISSIONS[role]
}
