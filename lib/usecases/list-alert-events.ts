import { alertKey } from '../alerts/alert-key'
import { badCursor } from '../alerts/page-cursor'
import type { AlertEventView, AlertPageQuery, Page } from '../contracts/alert-record'
import type { Caller } from '../domain/caller'
import { alertHistory } from '../repositories/alert-history'
import { alerts } from '../repositories/alerts'
import { sqlQuery } from '../repositories/sql'
import { authorise } from './authorise'

const EVENT_NUMBER = /^[1-9]\d{0,8}$/

/**
 * The alert's events in order, a page at a time: the first is what it was handed over with, further ones joined it while it
 * was open. @throws {AppError} `not-found`; `invalid-input` for a cursor that is none
 */
export async function listAlertEvents(caller: Caller, input: AlertPageQuery): Promise<Page<AlertEventView>> {
  authorise(caller, 'AlertRead')
  const id = alertKey(input.id)
  if (input.cursor !== undefined && !EVENT_NUMBER.test(input.cursor)) throw badCursor()
  return sqlQuery(async (sql) => {
    await alerts.requireAlert(sql, id)
    const found = await alertHistory.events(sql, id, { limit: input.limit + 1, after: Number(input.cursor ?? 0) })
    const results = found.slice(0, input.limit).map(({ at, ...event }) => ({ ...event, at: at.toISOString() }))
    return { results, next: found.length > input.limit ? String(results.at(-1)?.number) : null }
  })
}
