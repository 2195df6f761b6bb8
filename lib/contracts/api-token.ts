import { z } from 'zod'
import { parseDateTime } from '../domain/date-time'
import { PERMISSIONS, type Permission } from '../domain/permission'
import { CidrRange } from './network'
import { Uuid } from './text'

const CIDRS_MAX = 50

const Moment = z.string().transform((text, context) => {
  const at = parseDateTime(text)
  if (at) return at
  context.addIssue('Give a date and time with an offset, such as 2027-01-31T12:00:00Z.')
  return z.NEVER
})

export const NewApiTokenInput = z.object({
  name: z.string().trim().min(1, 'Give the token a name.').max(100, 'At most 100 characters.'),
  permissions: z
    .array(z.enum(PERMISSIONS))
    .min(1, 'Choose at least one permission.')
    .transform((given) => PERMISSIONS.filter((permission) => given.includes(permission))),
  /** `null`: it does not expire. */
  expiresAt: Moment.nullable().default(null),
  /** Where it may be used from; empty: anywhere. */
  cidrs: z
    .array(CidrRange)
    .max(CIDRS_MAX, `At most ${CIDRS_MAX} ranges.`)
    .transform((ranges) => [...new Set(ranges)])
    .default([]),
})
export type NewApiTokenInput = z.output<typeof NewApiTokenInput>

export const ApiTokenId = z.object({ id: Uuid })
export type ApiTokenId = z.output<typeof ApiTokenId>

/** A token that was just created: the only time that its value is known. */
export type CreatedApiTokenView = { id: string; value: string }

export type ApiTokenView = {
  id: string
  name: string
  /** The first characters of its value. */
  hint: string
  permissions: Permission[]
  cidrs: string[]
  expiresAt: string | null
  isExpired: boolean
  createdAt: string
  createdBy: string
  lastUsedAt: string | null
}

/** What a token may know of itself. */
export type OwnApiTokenView = Pick<ApiTokenView, 'id' | 'name' | 'permissions'>
