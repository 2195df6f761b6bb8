import { setTimeout as wait } from 'node:timers/promises'
import { monotonicMs } from './monotonic'

const POLL_MS = 50

/** Asks until the answer is there. @throws {Error} that says what did not come about. */
export async function until<T>(what: string, limitMs: number, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = monotonicMs() + limitMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (monotonicMs() > deadline) throw new Error(`Within ${limitMs / 1000} s it did not come about that ${what}.`)
    await wait(POLL_MS)
  }
}
