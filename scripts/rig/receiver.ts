import { type Child, startChild } from './child'
import type { Teardown } from './teardown'

/** How a path of the receiver behaves. Without any of these it answers 200 at once. */
export type Conduct = {
  delayMs?: number
  /** Of the requests, at random: answered with 500. */
  failShare?: number
  /** Of the requests, at random: read to their end and hung up on. */
  hangUpShare?: number
  /** Every so many-th alert is answered with 400, whenever it comes. */
  refusesEvery?: number
  /** Reads and never answers. */
  hangs?: boolean
}

/** One request that arrived. */
export type Receipt = {
  /** When its first byte was there, by the machine's monotonic clock. */
  at: number
  /** Which of the receiver's ports it came in by. */
  door: number
  path: string
  /** Its `webhook-id`, empty when it has none. */
  key: string
  /** What the alert was marked with when it was posted. */
  mark: number
  alertId: string
  /** `lost`: the other side was gone before it had its answer. */
  end: 'accepted' | 'failed' | 'refused' | 'hung-up' | 'hangs' | 'lost'
}

export type ReceiverOrder =
  | { kind: 'open'; doors: number }
  | { kind: 'conduct'; conduct: Readonly<Record<string, Conduct>> }
  | { kind: 'count' }
  | { kind: 'receipts' }
  | { kind: 'forget' }

export type ReceiverAnswer = { ports?: number[]; count?: number; receipts?: Receipt[] }

/** A receiver in a process of its own. */
export type Receiver = {
  /** One a door. */
  ports: readonly number[]
  conduct(conduct: Readonly<Record<string, Conduct>>): Promise<void>
  /** Different alerts that arrived, counted once a path. */
  count(): Promise<number>
  receipts(): Promise<Receipt[]>
  /** Everything until now. */
  forget(): Promise<void>
}

/** Starts a receiver on so many ports of the loopback. */
export async function startReceiver(teardown: Teardown, doors = 1): Promise<Receiver> {
  const child: Child<ReceiverOrder, ReceiverAnswer> = startChild(
    new URL('./receiver-process.ts', import.meta.url),
    teardown,
  )
  const { ports = [] } = await child.ask({ kind: 'open', doors })
  return {
    ports,
    conduct: async (conduct) => {
      await child.ask({ kind: 'conduct', conduct })
    },
    count: async () => (await child.ask({ kind: 'count' })).count ?? 0,
    receipts: async () => (await child.ask({ kind: 'receipts' })).receipts ?? [],
    forget: async () => {
      await child.ask({ kind: 'forget' })
    },
  }
}
