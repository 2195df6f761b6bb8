import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'

const START_TIMEOUT_MS = 240_000
const CONSOLE_OPEN = /Switchyard is open at (?<address>http:\/\/[^/\s]+)(?:\/setup — set-up token: (?<setupToken>\S+))?/
const WORKER_OPEN = /Delivering as worker (?<address>\S+)/

export type ServerProcess = {
  pid: number
  /** Everything it has printed, unless that goes to a file. */
  output(): string
  signal(name: NodeJS.Signals): void
  ended: Promise<void>
  /** SIGTERM, and the wait for its end. */
  stop(): Promise<void>
}

export type ConsoleProcess = ServerProcess & {
  /** As the console printed it, without a path. */
  address: string
  /** The one-time token, while there is no user. */
  setupToken: string | undefined
}

export type ServerOptions = {
  environment: Readonly<Record<string, string>>
  /** Modules that the process loads before its own. */
  preload?: readonly string[]
  /** Where its output goes, rather than into memory. */
  logFile?: string
  /** Told of the process before it is open. */
  started?(process: ServerProcess): void
}

/** Starts a console of its own as `npm start` does, on a free port unless one is given, and waits until it is open. */
export async function startConsole(options: ServerOptions): Promise<ConsoleProcess> {
  const environment = { PORT: '0', HOST: '127.0.0.1', ...options.environment }
  const { server, open } = start('scripts/start.ts', CONSOLE_OPEN, { ...options, environment })
  const { address = '', setupToken } = await open
  return { ...server, address, setupToken }
}

/** Starts a worker as `npm run worker` does, and waits until it delivers. */
export async function startWorker(options: ServerOptions): Promise<ServerProcess> {
  const { server, open } = start('scripts/worker.ts', WORKER_OPEN, options)
  await open
  return server
}

type Opened = Record<string, string | undefined>

// Not through tsx's own command, which is one more process: a signal must reach the server itself.
function start(script: string, opened: RegExp, { environment, preload = [], logFile, started }: ServerOptions) {
  const imports = ['tsx', ...preload].flatMap((name) => ['--import', name])
  const child = spawn('node', [...imports, script], {
    // A database and a key of the caller's own are none of this process's unless the caller says so.
    env: { ...process.env, UV_THREADPOOL_SIZE: '32', DATABASE_URL: '', SWITCHYARD_KEY: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log = logFile ? createWriteStream(logFile, { flags: 'a' }) : undefined
  let output = ''
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const open = new Promise<Opened>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${script} did not open in time.\n${output}`)), START_TIMEOUT_MS)
    let isOpen = false
    const read = (chunk: Buffer) => {
      log?.write(chunk)
      if (!isOpen || !log) output += chunk.toString()
      const line = isOpen ? null : opened.exec(output)
      if (!line) return
      isOpen = true
      clearTimeout(timer)
      resolve(line.groups ?? {})
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      log?.end()
      reject(new Error(`${script} ended with ${code ?? signal} before it was open.\n${output}`))
    })
  })
  const signal = (name: NodeJS.Signals) => void child.kill(name)
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGTERM')) await ended
  }
  const server: ServerProcess = { pid: child.pid ?? 0, output: () => output, signal, ended, stop }
  started?.(server)
  return { server, open }
}
