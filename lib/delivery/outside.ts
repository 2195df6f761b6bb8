import type { AttemptView } from '../contracts/delivery'
import type { Http } from '../http/types'
import type { ReadyDestination } from './load-destination'
import type { NextState } from './next-state'

/** What a worker needs of the world: injected, so that tests choose the time, chance and the receiver. */
export type Outside = {
  now(): Date
  /** Milliseconds that only ever go forward, whatever the clock is set to. */
  monotonic(): number
  /** In [0, 1). */
  random(): number
  /** The client that every attempt leaves by, with the destination's time-out. */
  http(timeoutSeconds: number): Http
  load(destinationId: string): Promise<ReadyDestination>
  /** The console's address in links, given the workspace's own. */
  consoleUrl(configured: string | null): string
  /** Told of each attempt, for metrics and logs. */
  told(made: MadeAttempt): void
}

/** An attempt that was made, masked, and where it leads its delivery. */
export type MadeAttempt = {
  deliveryId: string
  destinationId: string
  /** Of the destination. */
  type: string
  attempt: AttemptView
  next: NextState
}
