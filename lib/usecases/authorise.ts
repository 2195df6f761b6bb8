import { type Caller, callerCan } from '../domain/caller'
import type { Permission } from '../domain/permission'
import { AppError } from '../errors'

const WHAT: Record<Permission, string> = {
  DestinationRead: 'see destinations',
  DestinationModify: 'change or test destinations',
  RuleRead: 'see detections',
  RuleModify: 'change detections',
  GeneralSettingsRead: 'see the general settings',
  GeneralSettingsModify: 'change the general settings',
}

/** @throws {AppError} `forbidden` when the caller's role lacks the permission. */
export function authorise(caller: Caller, permission: Permission): void {
  if (callerCan(caller, permission)) return
  throw new AppError(
    'forbidden',
    `Your role, ${caller.role}, may not ${WHAT[permission]}. Ask an administrator for a role with ${permission}.`,
  )
}
