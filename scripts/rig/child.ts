import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Teardown } from './teardown'

type Asked<Order> = { id: number; order: Order }
type Answered<Answer> = { id: number; answer?: Answer; problem?: string }

/** A process of the rig's own, so that its work is not counted as that of what is measured. */
export type Child<Order, Answer> = { ask(order: Order): Promise<Answer> }

/** Starts `file` of this folder, which must call `answerParent`. */
export function startChild<Order, Answer>(file: string, teardown: Teardown): Child<Order, Answer> {
  const child = fork(join(import.meta.dirname, file), { execArgv: ['--import', 'tsx'], serialization: 'advanced' })
  const waiting = new Map<number, PromiseWithResolvers<Answer>>()
  let asked = 0
  child.on('message', ({ id, answer, problem }: Answered<Answer>) => {
    const question = waiting.get(id)
    waiting.delete(id)
    if (problem === undefined) question?.resolve(answer as Answer)
    else question?.reject(new Error(problem))
  })
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended.`))
  })
  teardown.add(() => {
    child.kill('SIGKILL')
  })
  return {
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
