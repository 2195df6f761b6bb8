import { loadDestination } from '@/lib/delivery/load-destination'
import { startWorker, type Worker } from '@/lib/delivery/worker'
import type { HttpAnswer } from '@/lib/http/types'
import { answerParent } from '../rig/child'
import type { QueueAnswer, QueueOrder } from './queue-order'

// A worker whose requests go nowhere: what is left is the queue, with the ledger of attempts.
const ACCEPTED: HttpAnswer = {
  status: 200,
  headers: {},
  body: '',
  isBodyTruncated: false,
  phases: { total: 0 },
  address: '127.0.0.1:80',
}

let worker: Worker | undefined
let taken = 0

function start(holds: boolean): Worker {
  return startWorker({
    now: () => new Date(),
    monotonic: () => performance.now(),
    random: Math.random,
    http: () => ({
      send: async () => {
        taken++
        return holds ? new Promise<HttpAnswer>(() => undefined) : ACCEPTED
      },
    }),
    load: loadDestination,
    consoleUrl: () => 'http://127.0.0.1',
    told: () => undefined,
  })
}

answerParent<QueueOrder, QueueAnswer>(async (order) => {
  if (order.kind === 'start') worker = start(order.holds)
  if (order.kind === 'stop') await worker?.stop()
  return { taken }
})
