import { createHash } from 'node:crypto'
import type { PollAlertsQuery } from '../contracts/poll-alerts'
import type { AlertFilter } from '../domain/alert-filter'
import { type AlertClass, TYPES_OF_CLASS } from '../domain/alert-record'
import { AppError } from '../errors'

/**
 * The filter that a poller's query means, without the time it begins at. `null`: no alert can match.
 * @throws {AppError} `invalid-input` for a sub-type that is none of the type
 */
export function pollFilter(query: PollAlertsQuery): AlertFilter | null {
  // Nothing an alert is kept with says which source or resource it came from.
  if (query['log-source'].length > 0 || query['resource-type'].length > 0) return null
  return {
    class: classOf(query),
    types: query['sub-type'],
    severities: query.severity,
    statuses: query.status,
    assignees: query.assignee,
    qualities: query.quality,
    contextTags: query['context-tag'],
    logTypes: query['log-type'],
    detectionId: query['detection-id'],
    deliveryStates: [],
    isUnrouted: false,
    text: query['name-contains'],
    acceptedTo: query['created-before'],
    eventCountMin: query['event-count-min'],
    eventCountMax: query['event-count-max'],
  }
}

function classOf({ type, 'sub-type': types }: PollAlertsQuery): AlertClass | undefined {
  if (types.length === 0) return type ?? 'ALERT'
  const stranger = type && types.find((subType) => !TYPES_OF_CLASS[type].includes(subType))
  if (!stranger) return type
  const message = `${stranger} is no sub-type of ${type}: that has ${TYPES_OF_CLASS[type].join(', ')}.`
  throw new AppError('invalid-input', message, { fields: { 'sub-type': message } })
}

/**
 * Tells queries of different lists apart: a cursor of one means nothing in another. The times and the size of a page may
 * differ from one call to the next, as they do in pollers that ask up to now.
 */
export function fingerprintOf(query: PollAlertsQuery): string {
  const { cursor: _, limit: __, 'created-after': ___, 'created-before': ____, ...list } = query
  return createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 12)
}
