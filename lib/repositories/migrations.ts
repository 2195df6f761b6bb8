import type { Sql } from './sql'

/** Names of the migrations that the database has, whole. */
export async function appliedMigrations(sql: Sql): Promise<string[]> {
  const rows = await sql.rows<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  return rows.map(({ name }) => name)
}
