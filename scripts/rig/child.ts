import { fork } from 'node:child_process'
import type { Teardown } from './teardown'

type Asked<Order> = { id: number; order: Order }
type Answered<Answer> = { id: number; answer?: Answer; problem?: string }

/** A process of the rig's own, so that its work is not counted as that of what is measured. */
export type Child<Order, Answer> = {
  ask(order: Order): Promise<Answer>
  /** `kill -9` */
  kill(): void
}

/** Starts a module that calls `answerParent`. */
export function startChild<Order, Answer>(
  module: URL,
  teardown: Teardown,
  environment: Readonly<Record<string, string>> = {},
): Child<Order, Answer> {
  const child = fork(module, {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
    env: { ...process.env, ...environment },
  })
  const waiting = new Map<number, PromiseWithResolvers<Answer>>()
  let asked = 0
  child.on('message', ({ id, answer, problem }: Answered<Answer>) => {
    const question = waiting.get(id)
    waiting.delete(id)
    if (problem === undefined) question?.resolve(answer as Answer)
    else question?.reject(new Error(problem))
  })
  let isKilled = false
  child.on('exit', () => {
    // Whoever killed it no longer waits for its answers.
    if (isKilled) return
    for (const { reject } of waiting.values()) reject(new Error(`${module.pathname} ended.`))
  })
  const kill = () => {
    isKilled = true
    child.kill('SIGKILL')
  }
  teardown.add(kill)
  return {
    kill,
    ask(order) {
      const question = Promise.withResolvers<Answer>()
      waiting.set(++asked, question)
      child.send({ id: asked, order } satisfies Asked<Order>)
      return question.promise
    },
  }
}

/** In the child: answers each order by `answer`, until the parent goes away. */
export function answerParent<Order, Answer>(answer: (order: Order) => Answer | Promise<Answer>): void {
  process.on('message', async ({ id, order }: Asked<Order>) => {
    try {
      process.send?.({ id, answer: await answer(order) } satisfies Answered<Answer>)
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error)
      process.send?.({ id, problem } satisfies Answered<Answer>)
    }
  })
  process.on('disconnect', () => process.exit())
  // ^C reaches the whole group; the parent ends this process when it no longer needs it.
  process.on('SIGINT', () => undefined)
}
