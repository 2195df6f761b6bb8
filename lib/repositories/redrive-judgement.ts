import type { LeftOutReason, RedriveFilter, RedriveRules } from '../domain/redrive'

/** Each delivery that the filter finds, with the reason that keeps it out, if one does; its values are `$1` and on. */
export type Judgement = { text: string; values: readonly unknown[] }

type Given = (value: unknown) => string

// What else there is of the same alert to the same destination. "Later" is by creation; a delivery that was made earlier may
// still have arrived since.
const PAIR = `
  SELECT bool_or(o.phase = 'open') AS is_under_way,
    bool_or(o.phase = 'delivered' AND ((o.created_at, o.id) > (d.created_at, d.id) OR o.changed_at > d.changed_at)) AS has_arrived,
    bool_or((o.created_at, o.id) > (d.created_at, d.id)) AS is_repeated
  FROM delivery o WHERE o.alert_id = d.alert_id AND o.destination_id = d.destination_id AND o.id <> d.id`

// An INFO alert is resolved from the start: that says nothing until somebody sets it so.
const CLOSED = `a.status = 'CLOSED' OR (a.status = 'RESOLVED' AND (a.severity <> 'INFO'
  OR EXISTS (SELECT 1 FROM alert_change c WHERE c.alert_id = a.id AND c.field = 'status')))`

/** The deliveries that the filter finds, as SQL. */
export function judge(filter: RedriveFilter, rules: RedriveRules): Judgement {
  const values: unknown[] = []
  const given: Given = (value) => `$${values.push(value)}`
  const conditions = conditionsOf(filter, given).join(' AND ')
  const cases = casesOf(rules, given).map(([condition, reason]) => `WHEN ${condition} THEN '${reason}'`)
  const text = `
    SELECT d.id, d.alert_id, d.destination_id, a.severity, a.type AS alert_type, a.number, a.accepted_at,
      CASE ${cases.join(' ')} END AS left_out
    FROM delivery d JOIN alert a ON a.id = d.alert_id JOIN destination x ON x.id = d.destination_id
    CROSS JOIN LATERAL (${PAIR}) pair WHERE ${conditions}`
  return { text, values }
}

function conditionsOf(filter: RedriveFilter, given: Given): string[] {
  const { destinationIds, states, from, to, detectionId, severities, alertIds } = filter
  // Spelt out: the planner then sees the partial indexes that hold them.
  const parts = [`(${states.map((state) => `d.phase = '${state}'`).join(' OR ')})`]
  if (destinationIds.length > 0) parts.push(`d.destination_id = ANY(${given(destinationIds)}::uuid[])`)
  if (from) parts.push(`d.changed_at >= ${given(from)}`)
  if (to) parts.push(`d.changed_at <= ${given(to)}`)
  if (detectionId !== undefined) parts.push(`a.detection_id = ${given(detectionId)}`)
  if (severities.length > 0) parts.push(`a.severity = ANY(${given(severities)}::text[])`)
  if (alertIds.length > 0) parts.push(`d.alert_id = ANY(${given(alertIds)}::uuid[])`)
  return parts
}

function casesOf({ skipsClosed, maxAgeHours }: RedriveRules, given: Given): [string, LeftOutReason][] {
  const always: [string, LeftOutReason][] = [
    ['x.deleted_at IS NOT NULL', 'deleted-destination'],
    ['a.payload_removed_at IS NOT NULL', 'emptied'],
    ['pair.is_under_way', 'under-way'],
    ['pair.has_arrived', 'delivered'],
    ['pair.is_repeated', 'repeated'],
  ]
  if (skipsClosed) always.push([CLOSED, 'closed'])
  if (maxAgeHours !== undefined) {
    always.push([`a.accepted_at < now() - make_interval(hours => ${given(maxAgeHours)}::int)`, 'too-old'])
  }
  return always
}
