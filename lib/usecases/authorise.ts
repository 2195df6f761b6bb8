import { type Caller, callerCan } from '../domain/caller'
import type { Permission } from '../domain/permission'
import { AppError } from '../errors'

const WHAT: Record<Permission, string> = {
  AlertRead: 'see alerts',
  AlertModify: 'hand over, change or send alerts',
  DestinationRead: 'see destinations',
  DestinationModify: 'change or test destinations',
  RuleRead: 'see detections',
  RuleModify: 'change detections',
  GeneralSettingsRead: 'see the general settings',
  GeneralSettingsModify: 'change the general settings',
  OrganizationAPITokenRead: 'see API tokens',
  OrganizationAPITokenModify: 'create or revoke API tokens',
}

/** @throws {AppError} `forbidden` when the caller lacks the permission. */
export function authorise(caller: Caller, permission: Permission): void {
  if (callerCan(caller, permission)) return
  throw new AppError(
    'forbidden',
    `${caller.standing} may not ${WHAT[permission]}. Ask an administrator for one with ${permission}.`,
  )
}
