import { aCaller } from '../../lib/testing/callers'
import { aRule, aWebhook } from '../../lib/testing/inputs'
import { createDestination } from '../../lib/usecases/create-destination'
import { saveDetectionFiles } from '../../lib/usecases/save-detection-files'
import type { GivenAnswer, GivenOrder } from './given'

// The process behind `given`: it makes what it is told to on the database that its environment names.
async function make(order: GivenOrder): Promise<GivenAnswer['made']> {
  const caller = aCaller({ now: new Date() })
  if (order.kind === 'destination') {
    const input = aWebhook(order.overrides)
    const { id } = await createDestination(caller, input)
    return { id, displayName: input.displayName }
  }
  const { body, ...options } = order.options
  const rule = aRule(options)
  await saveDetectionFiles(caller, { yaml: rule.yaml, body: body ?? rule.body })
  return { id: rule.id, displayName: rule.id }
}

process.on('message', (order: GivenOrder) => {
  make(order).then(
    (made) => process.send?.({ made } satisfies GivenAnswer),
    (error: unknown) => process.send?.({ problem: error instanceof Error ? error.message : String(error) }),
  )
})
