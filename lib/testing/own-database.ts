import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { env, provideEnvironment } from '../env'

/** Gives the test file that is about to run a database of its own, migrated and empty: no other file's rows are in it. */
async function bringOwnDatabase() {
  const url = new URL(env().DATABASE_URL ?? '')
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE switchyard`)
  await admin.end()
  provideEnvironment({ DATABASE_URL: Object.assign(url, { pathname: `/${name}` }).href })
}

await bringOwnDatabase()
