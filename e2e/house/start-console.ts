import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { embeddedPostgresUrl } from '../../lib/database/embedded-postgres'

/** The first start builds the console. */
export const START_TIMEOUT_MS = 300_000
const POLL_MS = 50
const OPEN = /^Switchyard is open at (?<address>http:\/\/[^/\s]+)(?:\/setup — set-up token: (?<token>\S+))?$/m

/** A console of the production build in a process of its own, on a data folder of its own. */
export type RunningConsole = {
  url: string
  folder: string
  /** The one-time token, while nobody can sign in. */
  setUpToken?: string
  databaseUrl: string
  /** All that the process has printed: its log. */
  printed(): string
  sql(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>
  /** Runs `npm run switchyard -- …` on its data. @returns what it printed. */
  command(...args: string[]): Promise<string>
  /** Ends its database and keeps it from starting again. @returns what lets it. */
  endDatabase(): () => void
  stop(): Promise<void>
}

/** Starts a console with `variables` in its environment, and waits until it is open. */
export async function startConsole(variables: Readonly<Record<string, string>>): Promise<RunningConsole> {
  const folder = mkdtempSync(join(tmpdir(), 'switchyard-e2e-'))
  chmodSync(folder, 0o755)
  const environment = {
    NODE_ENV: 'production' as const,
    PATH: `${join(process.cwd(), 'node_modules/.bin')}:${process.env.PATH}`,
    HOME: process.env.HOME,
    HOST: '127.0.0.1',
    PORT: '0',
    SWITCHYARD_DATA: folder,
    ...variables,
  }
  const started = spawn('node', ['--import', 'tsx', 'scripts/start.ts'], { env: environment, stdio: 'pipe' })
  let output = ''
  for (const stream of [started.stdout, started.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const { address, token } = await untilOpen(started, () => output)
  const databaseUrl = embeddedPostgresUrl(folder) ?? ''
  return {
    url: address,
    folder,
    setUpToken: token,
    databaseUrl,
    printed: () => output,
    sql: (text, values = []) => query(databaseUrl, text, values),
    async command(...args) {
      const { stdout } = await promisify(execFile)('node', ['--import', 'tsx', 'scripts/switchyard.ts', ...args], {
        env: environment,
      })
      return stdout
    },
    endDatabase: () => endDatabase(folder),
    async stop() {
      const ended = new Promise((done) => started.once('exit', done))
      if (started.exitCode === null && started.kill('SIGTERM')) await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilOpen(started: ChildProcess, output: () => string): Promise<{ address: string; token?: string }> {
  const given = new AbortController()
  const { signal } = given
  const problem = Promise.race([
    once(started, 'exit', { signal }).then(() => 'The console ended before it was open.'),
    wait(START_TIMEOUT_MS, 'The console did not open in time.', { signal }),
  ])
  try {
    for (;;) {
      const { address, token } = OPEN.exec(output())?.groups ?? {}
      if (address !== undefined) return { address, token }
      const said = await Promise.race([problem, wait(POLL_MS, undefined, { signal })])
      if (said === undefined) continue
      started.kill('SIGTERM')
      throw new Error(`${said}\n${output()}`)
    }
  } finally {
    problem.catch(() => undefined)
    given.abort()
  }
}

async function query(url: string, text: string, values: readonly unknown[]) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text, [...values])).rows
  } finally {
    await client.end()
  }
}

// The console starts its database again at once, unless the server finds a configuration that it cannot read.
function endDatabase(folder: string): () => void {
  const data = join(folder, 'postgres')
  const configuration = join(data, 'postgresql.auto.conf')
  const readable = readFileSync(configuration)
  writeFileSync(configuration, 'not a setting')
  const server = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(server, 'SIGINT')
  return () => writeFileSync(configuration, readable)
}
