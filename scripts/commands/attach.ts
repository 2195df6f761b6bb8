import { embeddedPostgresUrl } from '../../lib/database/embedded-postgres'
import { env, provideEnvironment } from '../../lib/env'

/** Reaches the database of the console that runs from this data folder, or the one that is stated. @throws {Error} that says what to do */
export function attach() {
  if (env().DATABASE_URL) return
  const url = embeddedPostgresUrl(env().SWITCHYARD_DATA)
  if (!url)
    throw new Error(
      `There is no Switchyard in ${env().SWITCHYARD_DATA}. Start it once, or set SWITCHYARD_DATA or DATABASE_URL.`,
    )
  provideEnvironment({ DATABASE_URL: url })
}
