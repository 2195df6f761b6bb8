import { spawn } from 'node:child_process'

const START_TIMEOUT_MS = 240_000

export type ConsoleProcess = {
  /** As the console printed it, without a path. */
  address: string
  /** The one-time token, while there is no user. */
  setupToken: string | undefined
  pid: number
  /** Everything it has printed. */
  output(): string
  /** SIGTERM, and the wait for its end. */
  stop(): Promise<void>
}

/** Starts a console of its own as `npm start` does, on a free port unless one is given, and waits until it is open. */
export async function startConsole(environment: Record<string, string>): Promise<ConsoleProcess> {
  const child = spawn('tsx', ['scripts/start.ts'], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const opened = new Promise<RegExpExecArray>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The console did not open in time.\n${output}`)), START_TIMEOUT_MS)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const line = /Switchyard is open at (http:\/\/[^/\s]+)(?:\/setup — set-up token: (\S+))?/.exec(output)
      if (!line) return
      clearTimeout(timer)
      resolve(line)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`The console ended with ${code} before it was open.\n${output}`)))
  })
  const [, address = '', setupToken] = await opened
  return {
    address,
    setupToken,
    pid: child.pid ?? 0,
    output: () => output,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
