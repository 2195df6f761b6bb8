import type { AssigneeView } from '../contracts/alert-view'
import type { Caller } from '../domain/caller'
import { assignees } from '../repositories/assignees'
import { sqlQuery } from '../repositories/sql'
import { authorise } from './authorise'

/** Whom an alert can be assigned to, by name. */
export async function listAssignees(caller: Caller): Promise<AssigneeView[]> {
  authorise(caller, 'AlertRead')
  return sqlQuery((sql) => assignees.list(sql))
}
