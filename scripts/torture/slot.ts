import { setTimeout as wait } from 'node:timers/promises'
import type { ServerOptions, ServerProcess } from '../house/console-process'
import type { Journal } from './journal'

const AGAIN_MS = 700
const POLL_MS = 50

/** A process that somebody always starts again, as a service manager would. */
export type Slot = {
  name: string
  /** Open, and neither stopped nor frozen. */
  isUp(): boolean
  /** `kill -9`; it is started again after `downMs`. */
  kill(downMs: number): Promise<void>
  /** Stopped in the middle of whatever it does, and continued after `ms`. */
  freeze(ms: number): Promise<void>
  stepClock(): Promise<void>
  /** Ends it by SIGTERM for good. @returns how long it took. */
  stop(): Promise<number>
  /** Ends of the process that nobody asked for, and starts that failed. */
  accidents: readonly string[]
}

type Start = (options: Pick<ServerOptions, 'started'>) => Promise<ServerProcess>

/** Keeps one process running by `start`, and does to it what is asked. */
export function createSlot(name: string, journal: Journal, start: Start): Slot {
  const accidents: string[] = []
  let current: ServerProcess | undefined
  let state: 'starting' | 'up' | 'frozen' | 'killed' | 'stopped' = 'starting'

  // Another part of this function may have changed it while a step was awaited.
  const is = (wanted: typeof state) => state === wanted

  async function run(): Promise<void> {
    while (!is('stopped')) {
      await runOnce()
      if (is('up') || is('starting')) await wait(AGAIN_MS)
      while (is('killed')) await wait(POLL_MS)
    }
  }

  async function runOnce() {
    state = 'starting'
    try {
      await start({
        started: (server) => {
          current = server
        },
      })
      state = 'up'
      await current?.ended
      if (is('up')) accidents.push(`${name} ended by itself`)
    } catch (error) {
      const [line = ''] = error instanceof Error ? error.message.split('\n') : [String(error)]
      if (is('starting')) accidents.push(`${name} did not start: ${line}`)
    }
  }

  const running = run()
  return {
    name,
    accidents,
    isUp: () => state === 'up',
    async kill(downMs) {
      const victim = current
      state = 'killed'
      await journal.during({ what: 'killed', slot: name }, async () => {
        victim?.signal('SIGKILL')
        await victim?.ended
      })
      await wait(downMs)
      if (state === 'killed') state = 'starting'
    },
    async freeze(ms) {
      const victim = current
      state = 'frozen'
      await journal.during({ what: 'frozen', slot: name }, async () => {
        victim?.signal('SIGSTOP')
        await wait(ms)
        victim?.signal('SIGCONT')
      })
      if (state === 'frozen') state = 'up'
    },
    stepClock: () => journal.during({ what: 'clock stepped', slot: name }, () => current?.signal('SIGUSR2')),
    async stop() {
      state = 'stopped'
      const startedAt = performance.now()
      await current?.stop()
      await running
      return performance.now() - startedAt
    },
  }
}
