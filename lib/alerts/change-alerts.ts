import type { AlertChangesInput } from '../contracts/alert-record'
import { alertIdOf } from '../domain/alert-record'
import { actorOf, type Caller } from '../domain/caller'
import { AppError } from '../errors'
import {
  type AlertChange,
  type AlertState,
  alertNotFound,
  alerts,
  type ChangedAlert,
  type LockedAlert,
} from '../repositories/alerts'
import { type Assignee, assignees } from '../repositories/assignees'
import type { Sql } from '../repositories/sql'
import { alertKey } from './alert-key'

/**
 * Changes alerts in the open transaction, each with its history: all of them or none. What is as it should be already is
 * left alone, its time of change included.
 * @throws {AppError} `not-found` for the first id that is no alert's; `invalid-input` for an assignee who is no user
 */
export async function changeAlerts(
  sql: Sql,
  caller: Caller,
  alertIds: readonly string[],
  input: AlertChangesInput,
): Promise<void> {
  const ids = [...new Set(alertIds.map(alertKey))]
  const assignee = await findAssignee(sql, input.assignee)
  const locked = await alerts.lock(sql, ids)
  const there = new Set(locked.map(({ id }) => id))
  const missing = ids.find((id) => !there.has(id))
  if (missing) throw alertNotFound(alertIdOf(missing))
  const changed = locked
    .map((alert) => changedAlert(alert, input, assignee))
    .filter(({ changes }) => changes.length > 0)
  if (changed.length > 0) await alerts.update(sql, changed, { actor: actorOf(caller), at: caller.now })
}

async function findAssignee(sql: Sql, given: string | null | undefined): Promise<Assignee | null | undefined> {
  if (given === null || given === undefined) return given
  const user = await assignees.findByIdOrEmail(sql, given)
  if (user) return user
  const message = `There is no user with the id or e-mail address ${given}.`
  throw new AppError('invalid-input', message, { fields: { assignee: message } })
}

function changedAlert(
  alert: LockedAlert,
  input: AlertChangesInput,
  assignee: Assignee | null | undefined,
): ChangedAlert {
  const after: LockedAlert = {
    ...alert,
    status: input.status ?? alert.status,
    ...(assignee !== undefined && { assigneeId: assignee?.id ?? null, assigneeName: assignee?.name ?? '' }),
    ...(input.quality !== undefined && { quality: input.quality }),
    contextTags: input.contextTags ?? alert.contextTags,
  }
  return { id: alert.id, state: stateOf(after), changes: differences(alert, after) }
}

const stateOf = ({ status, assigneeId, quality, contextTags }: LockedAlert): AlertState => ({
  status,
  assigneeId,
  quality,
  contextTags,
})

function differences(before: LockedAlert, after: LockedAlert): AlertChange[] {
  const changes: AlertChange[] = []
  if (after.status !== before.status) changes.push({ field: 'status', before: before.status, after: after.status })
  // By id: two people may have one name.
  if (after.assigneeId !== before.assigneeId) {
    changes.push({ field: 'assignee', before: before.assigneeName, after: after.assigneeName })
  }
  if (after.quality !== before.quality) {
    changes.push({ field: 'quality', before: before.quality ?? '', after: after.quality ?? '' })
  }
  const [tagsBefore, tagsAfter] = [before.contextTags.join(', '), after.contextTags.join(', ')]
  if (tagsAfter !== tagsBefore) changes.push({ field: 'contextTags', before: tagsBefore, after: tagsAfter })
  return changes
}
