import { randomUUID } from 'node:crypto'
import type { CommentFormat } from '../contracts/alert-record'
import type { Actor } from '../domain/actor'
import { AppError } from '../errors'
import type { Sql } from './sql'

export type AlertComment = {
  id: string
  alertId: string
  body: string
  format: CommentFormat
  createdAt: Date
  createdBy: Actor
  updatedAt: Date | null
  updatedBy: Actor | null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

type Written = { body: string; format: CommentFormat; actor: Actor; at: Date }

const COLUMNS = `id::text, alert_id::text AS "alertId", body, format, created_at AS "createdAt", created_by AS "createdBy",
  updated_at AS "updatedAt", updated_by AS "updatedBy"`

export const alertComments = {
  /** Adds a comment to an alert that is there. */
  async insert(sql: Sql, alertId: string, { body, format, actor, at }: Written): Promise<AlertComment> {
    const id = randomUUID()
    await sql.rows(
      `INSERT INTO alert_comment (id, alert_id, body, format, created_at, created_by)
       VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6::json)`,
      [id, alertId, body, format, at, JSON.stringify(actor)],
    )
    return { id, alertId, body, format, createdAt: at, createdBy: actor, updatedAt: null, updatedBy: null }
  },

  async update(sql: Sql, id: string, { body, format, actor, at }: Written): Promise<void> {
    await sql.rows(
      `UPDATE alert_comment SET body = $2, format = $3, updated_at = $4, updated_by = $5::json WHERE id = $1::uuid`,
      [id, body, format, at, JSON.stringify(actor)],
    )
  },

  /** @throws {AppError} `not-found` */
  async get(sql: Sql, id: string): Promise<AlertComment> {
    if (!UUID.test(id)) throw commentNotFound(id)
    const [row] = await sql.rows<AlertComment>(`SELECT ${COLUMNS} FROM alert_comment WHERE id = $1::uuid`, [id])
    if (!row) throw commentNotFound(id)
    return row
  },

  /** The oldest first. `after` is the id of the last one already read. */
  async page(sql: Sql, alertId: string, { limit, after }: { limit: number; after?: string }): Promise<AlertComment[]> {
    return sql.rows<AlertComment>(
      `SELECT ${COLUMNS} FROM alert_comment
       WHERE alert_id = $1::uuid AND
         ($2::uuid IS NULL OR (created_at, id) > (SELECT l.created_at, l.id FROM alert_comment l WHERE l.id = $2::uuid))
       ORDER BY created_at, id LIMIT $3`,
      [alertId, after ?? null, limit],
    )
  },
}

const commentNotFound = (id: string) => new AppError('not-found', `There is no comment ${id}.`)
