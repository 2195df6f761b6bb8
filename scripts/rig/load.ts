import { type Child, startChild } from './child'
import type { Teardown } from './teardown'

/** What is posted, where and how fast. */
export type LoadPlan = {
  to: 'switchyard' | 'alertmanager'
  /** A post that gets no answer, or one that asks to come again, goes to the next of these with the same key. */
  addresses: readonly string[]
  token: string
  alerts: number
  /** Alerts a post. */
  batch: number
  connections: number
  /** Alerts a second; without it as fast as answers come. */
  perSecond?: number
  /** The alerts are marked from here on. */
  firstMark: number
  /** Different detections that the alerts are of. */
  detections: number
}

/** One post that was accepted. Times are of the machine's monotonic clock. */
export type Posted = {
  firstMark: number
  /** When it was due at a steady rate, and else when it was first sent. */
  dueAt: number
  answeredAt: number
  tries: number
  /** In the order of the marks. */
  alertIds: string[]
}

/** Posts alerts from a process of its own. */
export type Load = { post(plan: LoadPlan): Promise<Posted[]> }

export function startLoad(teardown: Teardown): Load {
  const child: Child<LoadPlan, Posted[]> = startChild(new URL('./load-process.ts', import.meta.url), teardown)
  return { post: (plan) => child.ask(plan) }
}
