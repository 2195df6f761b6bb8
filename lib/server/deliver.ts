import { once } from 'node:events'
import { Worker as Thread } from 'node:worker_threads'
import { log } from '../log'
import type { Counted } from '../metrics/counters'

const RESTART_MS = 1_000
const ANSWER_LIMIT_MS = 2_000
const STOP_LIMIT_MS = 8_500

export type Delivering = {
  /** What the thread counted since it started; nothing while it does not answer. */
  counted(): Promise<Counted>
  stop(): Promise<void>
}

/**
 * Delivers in a thread of its own: what a page or a call costs never delays an alert, nor the other way round. A thread
 * that dies is started again; what it was sending is taken up as from any worker that was killed.
 */
export function deliver(): Delivering {
  let isStopping = false
  let thread = start()

  function start(): Thread {
    const started = new Thread(new URL('./delivery-thread.ts', import.meta.url))
    started.on('error', (error) => log.error({ err: error }, 'the delivery thread failed; it is started again'))
    started.on('exit', () => {
      if (!isStopping) setTimeout(restart, RESTART_MS)
    })
    return started
  }

  function restart() {
    if (!isStopping) thread = start()
  }

  return {
    async counted() {
      // The one thing that the thread ever says.
      const answer = once(thread, 'message', { signal: AbortSignal.timeout(ANSWER_LIMIT_MS) })
      thread.postMessage('count')
      return answer.then(([counted]) => counted).catch(() => [])
    },
    async stop() {
      isStopping = true
      const gone = new Promise((resolve) => thread.once('exit', resolve))
      thread.postMessage('stop')
      const limit = setTimeout(() => thread.terminate(), STOP_LIMIT_MS)
      await gone
      clearTimeout(limit)
    },
  }
}
