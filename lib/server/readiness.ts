import { migrationNames } from '../database/migrate'
import { isDatabaseUp } from '../repositories/db'
import { appliedMigrations } from '../repositories/migrations'
import { sqlQuery } from '../repositories/sql'

/** Why this process can serve nobody now, in a sentence; `undefined`: it can. */
export async function unreadiness(): Promise<string | undefined> {
  if (!(await isDatabaseUp())) return 'The database does not answer.'
  const applied = new Set(await sqlQuery(appliedMigrations))
  const missing = migrationNames().find((name) => !applied.has(name))
  return missing && `The database lacks the migration ${missing}: restart this process to apply it.`
}
