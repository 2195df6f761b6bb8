import { randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { embeddedPostgresUrl, startEmbeddedPostgres } from '../database/embedded-postgres'
import { migrate } from '../database/migrate'
import { env, provideEnvironment } from '../env'
import { log } from '../log'
import { query, transaction } from '../repositories/db'
import { processSealer } from '../repositories/secrets'
import { setupTokens } from '../repositories/setup-tokens'
import { throttle } from '../repositories/throttle'
import { users } from '../repositories/users'
import { workspace } from '../repositories/workspace'
import { readOrGenerateKey } from '../secrets/key-file'

const SETUP_TOKEN_BYTES = 18

/** Brings up what the console stands on: the database, its migrations, the key. @throws {Error} that says what to do. */
export async function prepare(): Promise<{ stop(): Promise<void> }> {
  if (env().DATABASE_URL) requireKey()
  const database = env().DATABASE_URL
    ? undefined
    : await startEmbeddedPostgres(env().SWITCHYARD_DATA, (line) => log.warn(line))
  if (database) provideEnvironment({ DATABASE_URL: database.url })
  try {
    await readyDatabase()
    await query((tx) => throttle.sweep(tx))
  } catch (error) {
    await database?.stop()
    throw error
  }
  return { stop: async () => database?.stop() }
}

/** The same for a process beside the console: it attaches to the embedded database rather than owning it. */
export async function attach(): Promise<void> {
  if (env().DATABASE_URL) requireKey()
  else {
    const url = embeddedPostgresUrl(env().SWITCHYARD_DATA)
    if (!url) {
      throw new Error(
        `There is no database in ${env().SWITCHYARD_DATA}: start the console there first, or set DATABASE_URL to the PostgreSQL it uses.`,
      )
    }
    provideEnvironment({ DATABASE_URL: url })
  }
  await readyDatabase()
}

function requireKey() {
  if (env().SWITCHYARD_KEY) return
  throw new Error(
    'SWITCHYARD_KEY must be set when DATABASE_URL is: 32 random bytes in base64, as "openssl rand -base64 32" prints.',
  )
}

async function readyDatabase() {
  if (!env().SWITCHYARD_KEY) provideEnvironment({ SWITCHYARD_KEY: readOrGenerateKey(env().SWITCHYARD_DATA) })
  await migrate(env().DATABASE_URL ?? '')
  await requireKnownKey()
}

async function requireKnownKey() {
  const isKnown = await transaction((tx) => workspace.acceptsKeys(tx, processSealer().fingerprints))
  if (isKnown) return
  throw new Error(
    'The secrets in this database were encrypted under another key. Start with the SWITCHYARD_KEY (or the data folder’s key file) that was used before.',
  )
}

/**
 * Makes sure that somebody can sign in: the first administrator from the environment, or else a new one-time token.
 * @returns the token, while there is no user.
 */
export async function offerSetUp(now: Date): Promise<string | undefined> {
  const { SWITCHYARD_ADMIN_EMAIL: email, SWITCHYARD_ADMIN_PASSWORD: password } = env()
  if ((await query((tx) => users.count(tx))) > 0) return undefined
  if (email && password) {
    const passwordHash = await hashPassword(password)
    await transaction(async (tx) => {
      await setupTokens.remove(tx)
      await users.insert(tx, { name: email.split('@')[0] ?? email, email, role: 'Admin', passwordHash })
    })
    return undefined
  }
  const token = randomBytes(SETUP_TOKEN_BYTES).toString('base64url')
  await query((tx) => setupTokens.replace(tx, token, now))
  return token
}
