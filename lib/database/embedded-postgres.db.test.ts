import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres'
import { migrate } from './migrate'

let folder: string
let database: EmbeddedPostgres

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'switchyard-embedded-'))
  chmodSync(folder, 0o755)
  database = await startEmbeddedPostgres(folder)
})
afterAll(async () => {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function query(sql: string, url = database.url) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query(sql)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function untilItAnswers() {
  for (let tries = 0; tries < 200; tries++) {
    const rows = await query('SELECT 1').catch(() => undefined)
    if (rows) return
    await wait(50)
  }
  throw new Error('The server did not come back.')
}

const killServer = () =>
  process.kill(Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')

describe('the embedded server', () => {
  test('keeps its folder and its password to their owners', () => {
    expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'postgres.json')).mode & 0o777).toBe(0o600)
  })

  test('refuses a wrong password', async () => {
    const url = new URL(database.url)
    url.password = 'wrong'
    await expect(query('SELECT 1', url.href)).rejects.toThrow(/password/)
  })

  test('has one owner at a time', async () => {
    await expect(startEmbeddedPostgres(folder)).rejects.toThrow(/Another Switchyard process is running on/)
  })

  test('comes back at the same address after it was killed, with every acknowledged row', async () => {
    await query('CREATE TABLE kept (n int)')
    await query('INSERT INTO kept SELECT generate_series(1, 100)')
    killServer()
    await untilItAnswers()
    expect(await query('SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 100 }])
  })

  test('is found again at its address by the next start', async () => {
    const { url } = database
    await database.stop()
    database = await startEmbeddedPostgres(folder)
    expect(database.url).toBe(url)
    expect(await query('SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 100 }])
  })
})

describe('migrations', () => {
  test('are applied once, and two starts at the same time agree', async () => {
    const applied = await Promise.all([migrate(database.url), migrate(database.url)])
    expect(applied.map((names) => names.length).sort()).toEqual([0, expect.any(Number)])
    expect(applied.flat().length).toBeGreaterThan(0)
    expect(await migrate(database.url)).toEqual([])
  })
})
