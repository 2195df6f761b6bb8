import { z } from 'zod'
import { ALERT_CLASSES, ALERT_QUALITIES, ALERT_STATUSES } from '../domain/alert-record'
import { ALERT_TYPES } from '../domain/alert-type'
import { parseMoment } from '../domain/moment'
import { SEVERITIES } from '../domain/severity'
import { orNone, PageLimit } from './alert-record'

const VALUES_MAX = 100
const VALUE_MAX = 1_000

/** A list as clients write it: repeated, separated by commas, or both. */
export const many = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (given) =>
      [given ?? []]
        .flat()
        .flatMap((value) => String(value).split(','))
        .filter((value) => value !== ''),
    z.array(item).max(VALUES_MAX, `At most ${VALUES_MAX} values.`),
  )

const Text = z.string().max(VALUE_MAX, `At most ${VALUE_MAX} characters.`)
const Count = z.coerce.number('Give a number.').int('Give a whole number.').min(0, 'At least 0.').max(2_147_483_647)

const Moment = z.string().transform((text, context) => {
  const moment = parseMoment(text)
  if (moment) return moment
  context.addIssue({
    code: 'custom',
    message: 'Not a date-time such as 2026-03-01T12:00:00Z, a date, a month, or Unix seconds.',
  })
  return z.NEVER
})

/** What a poller asks for: Panther's parameters under Panther's names. */
export const PollAlertsQuery = z.object({
  type: orNone(z.enum(ALERT_CLASSES).optional()).describe('Kind of alert. Default: ALERT, or whatever sub-type names.'),
  'sub-type': many(z.enum(ALERT_TYPES)).describe('What made the alert.'),
  cursor: orNone(z.string().max(500).optional()).describe('The next of the page before.'),
  limit: orNone(PageLimit).describe('Alerts in a page.'),
  'created-after': orNone(Moment.optional()).describe(
    'Accepted at this moment or later. Default: 30 days ago, or where the cursor’s list began.',
  ),
  'created-before': orNone(Moment.optional()).describe('Accepted at this moment or earlier.'),
  'detection-id': orNone(Text.optional()).describe('Id of the detection.'),
  'sort-dir': orNone(z.enum(['asc', 'desc']).default('desc')).describe('Order of acceptance.'),
  'name-contains': orNone(Text.default('')).describe('Part of the title or of the detection’s name, in any case.'),
  'log-source': many(Text).describe('Ids of log sources. No alert has one so far: any value finds none.'),
  'log-type': many(Text).describe('Any of these log types.'),
  'resource-type': many(Text).describe('Resource types. No alert has one so far: any value finds none.'),
  status: many(z.enum(ALERT_STATUSES)).describe('Any of these statuses.'),
  severity: many(z.enum(SEVERITIES)).describe('Any of these severities.'),
  assignee: many(Text).describe('Ids of users.'),
  'event-count-min': orNone(Count.optional()).describe('At least so many events.'),
  'event-count-max': orNone(Count.optional()).describe('At most so many events.'),
  quality: many(z.enum(ALERT_QUALITIES)).describe('Any of these qualities.'),
  'context-tag': many(Text).describe('Any of these context tags.'),
})
export type PollAlertsQuery = z.output<typeof PollAlertsQuery>
