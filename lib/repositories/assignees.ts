import type { Sql } from './sql'

export type Assignee = { id: string; name: string }

/** Whom an alert can be assigned to: every user. */
export const assignees = {
  /** By name. */
  async list(sql: Sql): Promise<Assignee[]> {
    return sql.rows<Assignee>('SELECT id, name FROM "user" ORDER BY lower(name), id')
  },

  async find(sql: Sql, id: string): Promise<Assignee | undefined> {
    const [row] = await sql.rows<Assignee>('SELECT id, name FROM "user" WHERE id = $1', [id])
    return row
  },

  async findByIdOrEmail(sql: Sql, given: string): Promise<Assignee | undefined> {
    const [row] = await sql.rows<Assignee>('SELECT id, name FROM "user" WHERE id = $1 OR email = lower($1)', [given])
    return row
  },
}
