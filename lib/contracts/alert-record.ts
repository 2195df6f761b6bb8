import { z } from 'zod'
import type { Actor } from '../domain/actor'
import { ALERT_QUALITIES, ALERT_STATUSES } from '../domain/alert-record'

const ALERTS_PER_UPDATE = 1_000
const CONTEXT_TAGS_MAX = 10
const COMMENT_MAX = 10_000
const PAGE_MAX = 50
const PAGE_DEFAULT = 25

/** 32 hex digits, or a UUID. Anything else is the id of no alert, which is told as such rather than as bad input. */
export const AlertId = z.string().max(100, 'At most 100 characters.').describe('32 hex digits.')
export type AlertId = z.output<typeof AlertId>

const ContextTag = z
  .string()
  .regex(/^[a-z0-9_-]{1,30}$/, 'A context tag has 1 to 30 characters: lower-case letters, digits, _ and -.')

/** Panther's clients clear a value with an empty string, as ours do with `null`. */
const clearable = <T extends z.ZodType>(value: T) =>
  z.union([value, z.literal(''), z.null()]).transform((given) => (given === '' ? null : given))

/** What may be changed about an alert; what is not given stays as it is. */
const CHANGES = {
  status: z.enum(ALERT_STATUSES).optional(),
  assignee: clearable(z.string().max(320)).optional().describe('Id or e-mail address of a user; `null` for nobody.'),
  quality: clearable(z.enum(ALERT_QUALITIES)).optional(),
  contextTags: z
    .array(ContextTag)
    .max(CONTEXT_TAGS_MAX, `At most ${CONTEXT_TAGS_MAX} context tags.`)
    .transform((tags) => [...new Set(tags)])
    .optional(),
}

const changesSomething = (input: { [field in keyof typeof CHANGES]?: unknown }) =>
  Object.keys(CHANGES).some((field) => input[field as keyof typeof CHANGES] !== undefined)
const CHANGES_NOTHING = 'Give a status, an assignee, a quality or context tags.'

export const UpdateAlertsInput = z
  .object({
    ids: z
      .array(AlertId)
      .min(1, 'Name at least one alert.')
      .max(ALERTS_PER_UPDATE, `At most ${ALERTS_PER_UPDATE} alerts at once.`),
    ...CHANGES,
  })
  .refine(changesSomething, CHANGES_NOTHING)
export type UpdateAlertsInput = z.output<typeof UpdateAlertsInput>

/** What to change about one alert. */
export const AlertChangesInput = z.object(CHANGES).refine(changesSomething, CHANGES_NOTHING)
export type AlertChangesInput = z.output<typeof AlertChangesInput>

export const PageLimit = z.coerce
  .number('Give a number.')
  .int('Give a whole number.')
  .min(1, 'At least 1.')
  .max(PAGE_MAX, `At most ${PAGE_MAX}.`)
  .default(PAGE_DEFAULT)

/** Clients send what they have no value for as an empty one. */
export const orNone = <T extends z.ZodType>(value: T) =>
  z.preprocess((given) => (given === '' ? undefined : given), value)

/** `cursor` is the `next` of the page before. */
const PAGE = { cursor: orNone(z.string().max(100).optional()), limit: orNone(PageLimit) }

/** A page of what belongs to one alert. */
export const AlertPageQuery = z.object({ id: AlertId, ...PAGE })
export type AlertPageQuery = z.output<typeof AlertPageQuery>

/** The same as Panther's API asks for comments. */
export const CommentsQuery = z.object({ 'alert-id': AlertId, ...PAGE })

export type Page<T> = { results: T[]; next: string | null }

/** Something that happened to make the alert: the first is the alert's own hand-over, further ones joined it. */
export type AlertEventView = { number: number; at: string; event: unknown }

/** What somebody changed. `before` and `after` are for people: names, and empty for none. */
export type AlertChangeView = {
  id: string
  at: string
  actor: Actor
  field: 'status' | 'assignee' | 'quality' | 'contextTags'
  before: string
  after: string
}

export const COMMENT_FORMATS = ['PLAIN_TEXT', 'HTML'] as const
export type CommentFormat = (typeof COMMENT_FORMATS)[number]

const CommentBody = z
  .string()
  .max(COMMENT_MAX, `At most ${COMMENT_MAX} characters.`)
  .refine((body) => body.trim() !== '', 'Write a comment.')

export const CreateCommentInput = z.object({
  alertId: AlertId,
  body: CommentBody,
  format: z.enum(COMMENT_FORMATS).default('PLAIN_TEXT'),
})
export type CreateCommentInput = z.output<typeof CreateCommentInput>

export const CommentId = z.object({ id: z.string().max(100) })
export type CommentId = z.output<typeof CommentId>

/** A comment keeps its alert: an `alertId` that is given must be that of its own. */
export const UpdateCommentInput = z.object({
  ...CommentId.shape,
  alertId: AlertId.optional(),
  body: CommentBody,
  format: z.enum(COMMENT_FORMATS).optional(),
})
export type UpdateCommentInput = z.output<typeof UpdateCommentInput>

/** `body` is as it was written: one of format `HTML` is not safe to show as such. */
export type AlertCommentView = {
  id: string
  alertId: string
  body: string
  format: CommentFormat
  createdAt: string
  createdBy: Actor
  updatedAt?: string
  updatedBy?: Actor
}
