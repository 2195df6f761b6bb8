import { randomUUID } from 'node:crypto'
import { DestinationListQuery } from '../../lib/contracts/destination'
import type { Caller } from '../../lib/domain/caller'
import { acceptedAlerts } from '../../lib/testing/accepted-alerts'
import { aCaller } from '../../lib/testing/callers'
import { aRule, aWebhook } from '../../lib/testing/inputs'
import { createDestination } from '../../lib/usecases/create-destination'
import { deleteDestination } from '../../lib/usecases/delete-destination'
import { listDestinations } from '../../lib/usecases/list-destinations'
import { saveDetectionFiles } from '../../lib/usecases/save-detection-files'
import type { GivenAnswer, GivenOrder } from './given'

// The process behind `given`: it makes what it is told to on the database that its environment names.
async function make(order: GivenOrder): Promise<GivenAnswer['made']> {
  const caller = aCaller({ now: new Date() })
  switch (order.kind) {
    case 'destination': {
      const input = aWebhook(order.overrides)
      const { id } = await createDestination(caller, input)
      return { id, displayName: input.displayName }
    }
    case 'detection': {
      const { body, ...options } = order.options
      const rule = aRule(options)
      await saveDetectionFiles(caller, { yaml: rule.yaml, body: body ?? rule.body })
      return { id: rule.id, displayName: rule.id }
    }
    case 'alert': {
      const title = `Alert ${randomUUID().slice(0, 8)}`
      const [id = ''] = await acceptedAlerts({ title, ...order.options })
      return { id, displayName: title }
    }
    case 'no-destination':
      return deleteDestinations(caller)
  }
}

// One at a time: deleting a destination changes those that fall back to it.
async function deleteDestinations(caller: Caller): Promise<undefined> {
  for (;;) {
    const { rows } = await listDestinations(caller, DestinationListQuery.parse({}))
    const [destination] = rows
    if (!destination) return
    const { id, version, displayName } = destination
    await deleteDestination(caller, { id, version, confirmation: displayName })
  }
}

process.on('message', (order: GivenOrder) => {
  make(order).then(
    (made) => process.send?.({ made } satisfies GivenAnswer),
    (error: unknown) => process.send?.({ problem: error instanceof Error ? error.message : String(error) }),
  )
})
