import pg from 'pg'
import { env } from '../env'

const CONNECT_TIMEOUT_MS = 3000

/**
 * Connections to the database. One that the server closes is replaced, whatever it was doing: every connection has somebody
 * who hears of its end, also in the moment between two users of it, or else that would end the process.
 */
export function createPool(size: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: size,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
