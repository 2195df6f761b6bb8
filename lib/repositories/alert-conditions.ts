import type { AlertFilter } from '../domain/alert-filter'
import { TYPES_OF_CLASS } from '../domain/alert-record'
import type { DeliveryState } from '../domain/delivery'

/** A condition over `alert a`; its values are `$1` and on. */
export type Condition = { text: string; values: unknown[] }

/** Which alerts may match at all: numbers, both ends inclusive, and the ids if they are few enough to be listed. */
export type Range = { from: number; to: number; ids?: readonly string[] }

/** Ways to find alerts that no index serves: each alert in the range is looked at. */
export function needsScan(filter: AlertFilter, range: Range): boolean {
  return (
    filter.text !== '' ||
    filter.logTypes.length > 0 ||
    filter.severities.length > 0 ||
    filter.types.length > 0 ||
    filter.eventCountMin !== undefined ||
    filter.eventCountMax !== undefined ||
    (asksForDeliveries(filter) && range.ids === undefined)
  )
}

export const asksForDeliveries = ({ destinationId, deliveryStates }: AlertFilter) =>
  destinationId !== undefined || deliveryStates.length > 0

/** Nothing came after it: what an alert's delivery to a destination is known by. */
export const IS_NEWEST = `NOT EXISTS (SELECT 1 FROM delivery later WHERE later.alert_id = d.alert_id
  AND later.destination_id = d.destination_id AND (later.created_at, later.id) > (d.created_at, d.id))`

/** The filter as SQL, within the range. */
export function conditionOf(filter: AlertFilter, range: Range): Condition {
  const values: unknown[] = []
  const given = (value: unknown) => `$${values.push(value)}`
  const parts = [
    `a.number BETWEEN ${given(range.from)}::bigint AND ${given(range.to)}::bigint`,
    ...(range.ids ? [`a.id = ANY(${given(range.ids)}::uuid[])`] : []),
    ...ownConditions(filter, given),
    ...searchConditions(filter, given),
    ...deliveryConditions(filter, given),
  ]
  return { text: parts.join(' AND '), values }
}

type Given = (value: unknown) => string

// Spelt out rather than passed as values: the planner then sees which partial index holds them.
export const oneOf = (column: string, values: readonly string[]) =>
  `${column} IN (${values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ')})`

function ownConditions(filter: AlertFilter, given: Given): string[] {
  const { types, severities, statuses, qualities, assignees, eventCountMin, eventCountMax } = filter
  const parts: string[] = []
  if (filter.class) parts.push(oneOf('a.type', TYPES_OF_CLASS[filter.class]))
  if (types.length > 0) parts.push(oneOf('a.type', types))
  if (severities.length > 0) parts.push(oneOf('a.severity', severities))
  if (statuses.length > 0) parts.push(oneOf('a.status', statuses))
  if (qualities.length > 0) parts.push(oneOf('a.quality', qualities))
  if (assignees.length > 0) parts.push(assigneeCondition(assignees, given))
  if (filter.isUnrouted) parts.push(`a.outcome = 'unrouted'`)
  if (filter.acceptedFrom) parts.push(`a.accepted_at >= ${given(filter.acceptedFrom)}`)
  if (filter.acceptedTo) parts.push(`a.accepted_at <= ${given(filter.acceptedTo)}`)
  if (eventCountMin !== undefined) parts.push(`a.event_count >= ${given(eventCountMin)}`)
  if (eventCountMax !== undefined) parts.push(`a.event_count <= ${given(eventCountMax)}`)
  return parts
}

function assigneeCondition(assignees: readonly string[], given: Given): string {
  const ids = assignees.filter((assignee) => assignee !== 'unassigned')
  const parts = ids.length > 0 ? [`a.assignee_id = ANY(${given(ids)}::text[])`] : []
  if (ids.length < assignees.length) parts.push('a.assignee_id IS NULL')
  return `(${parts.join(' OR ')})`
}

function searchConditions({ detectionId, logTypes, contextTags, text }: AlertFilter, given: Given): string[] {
  const parts: string[] = []
  if (detectionId !== undefined) parts.push(`a.detection_id = ${given(detectionId)}`)
  if (logTypes.length > 0) parts.push(`a.log_types && ${given(logTypes)}::text[]`)
  // The first half is the partial index's own condition.
  if (contextTags.length > 0) parts.push(`a.context_tags <> '{}' AND a.context_tags && ${given(contextTags)}::text[]`)
  if (text !== '') parts.push(`strpos(lower(a.title || E'\\n' || a.name), lower(${given(text)})) > 0`)
  return parts
}

function deliveryConditions(filter: AlertFilter, given: Given): string[] {
  if (!asksForDeliveries(filter)) return []
  const { destinationId, deliveryStates } = filter
  const parts = ['d.alert_id = a.id']
  if (destinationId !== undefined) parts.push(`d.destination_id = ${given(destinationId)}::uuid`)
  if (deliveryStates.length > 0) parts.push(oneOf('d.state', deliveryStates), IS_NEWEST)
  return [`EXISTS (SELECT 1 FROM delivery d WHERE ${parts.join(' AND ')})`]
}

/** The phases, each with an index of its own, that few deliveries are in: the rest have been delivered. */
const RARE_PHASES: Partial<Record<DeliveryState, string>> = {
  queued: 'open',
  sending: 'open',
  waiting: 'open',
  failed: 'failed',
  cancelled: 'cancelled',
}

/**
 * The alerts of the deliveries that the filter asks for, at most `limit` of them, or nothing where it asks for none or only
 * for what nearly all deliveries are.
 */
export function deliveredAlerts({ destinationId, deliveryStates }: AlertFilter, limit: number): Condition | undefined {
  const phases = [...new Set(deliveryStates.map((state) => RARE_PHASES[state]))]
  const isRare = phases.length > 0 && !phases.includes(undefined)
  if (destinationId === undefined && !isRare) return undefined
  const parts = ['d.alert_id IS NOT NULL']
  if (isRare) parts.push(`(${phases.map((phase) => `d.phase = '${phase}'`).join(' OR ')})`)
  if (deliveryStates.length > 0) parts.push(oneOf('d.state', deliveryStates))
  if (destinationId !== undefined) parts.push('d.destination_id = $1::uuid')
  return {
    text: `SELECT d.alert_id::text AS id FROM delivery d WHERE ${parts.join(' AND ')} LIMIT ${limit}`,
    values: destinationId === undefined ? [] : [destinationId],
  }
}
