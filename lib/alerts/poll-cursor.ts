import { AppError } from '../errors'
import { badCursor } from './page-cursor'

/** Where a poller is in a list. */
export type PollPosition = {
  /** Number of the last alert that it was given. */
  after: number
  /** Where its list begins: kept, because the default moves on while it reads. */
  from: Date
}

const CURSOR = /^(\d{1,15})\.(\d{1,15})\.([\w-]{12})$/

/** A position as the `next` of a page: opaque to those who get it, and good for as long as they keep it. */
export function encodePosition({ after, from }: PollPosition, fingerprint: string): string {
  return Buffer.from(`${after}.${from.getTime()}.${fingerprint}`).toString('base64url')
}

/** @throws {AppError} `invalid-input` for what is no cursor, or one of another list */
export function decodePosition(cursor: string, fingerprint: string): PollPosition {
  const match = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1'))
  if (!match) throw badCursor()
  if (match[3] !== fingerprint) {
    const message =
      'This cursor belongs to another list. Repeat the parameters of the call that gave it, or leave it out to begin anew.'
    throw new AppError('invalid-input', message, { fields: { cursor: message } })
  }
  return { after: Number(match[1]), from: new Date(Number(match[2])) }
}
