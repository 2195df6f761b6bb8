import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DestinationInput } from '../contracts/destination'
import { loadDestination } from '../delivery/load-destination'
import type { Outside } from '../delivery/outside'
import { startWorker, type Worker } from '../delivery/worker'
import { provideEnvironment } from '../env'
import { createHttp } from '../http/guarded-http'
import { disconnect } from '../repositories/db'
import { closeSql, sqlQuery } from '../repositories/sql'
import { acceptAlerts } from '../usecases/accept-alerts'
import { createDestination } from '../usecases/create-destination'
import { deleteDestination } from '../usecases/delete-destination'
import { getDestination } from '../usecases/get-destination'
import { aCaller } from './callers'
import { aWebhook } from './inputs'

export type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void
export const ok: Answer = (_request, response) => response.end('{}')
export const status =
  (code: number): Answer =>
  (_request, response) =>
    response.writeHead(code).end('no')

type DeliveryRow = {
  id: string
  state: string
  made: number
  counted: number
  reason: string
  stateReason: string | null
}
type LaneRow = { open: boolean; fault: string | null }

/** How long a test waits for what workers bring about. */
export const EVENTUALLY = { timeout: 20_000, interval: 25 }

/** Everything that alerts travel through: workers, a receiver on loopback with a path for each destination, and the ledger. */
export async function startDeliveryRig() {
  const caller = aCaller({ now: new Date() })
  const arrived = new Map<string, { key: string; alertId: string }[]>()
  const answers = new Map<string, Answer>()
  const workers: Worker[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      const path = request.url ?? ''
      const seen = arrived.get(path) ?? []
      arrived.set(path, seen)
      seen.push({ key: String(request.headers['webhook-id']), alertId: JSON.parse(body).alertId })
      ;(answers.get(path) ?? ok)(request, response, body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  provideEnvironment({ SWITCHYARD_EGRESS_ALLOW: '127.0.0.1' })

  return {
    caller,
    /** What came to a path, in order. */
    arrivedAt: (path: string) => arrived.get(path) ?? [],

    worker(overrides: Partial<Outside> & { map?: ReadonlyMap<string, string> } = {}): Worker {
      const { map = new Map(), ...outside } = overrides
      const http = createHttp({
        policy: { allow: [{ text: '127.0.0.1', host: '127.0.0.1' }], map },
        resolve: async (host) => [host],
      })
      const worker = startWorker({
        now: () => new Date(),
        monotonic: () => performance.now(),
        random: () => 0.5,
        http: (seconds) => http.withTimeout(seconds * 1000),
        load: loadDestination,
        consoleUrl: () => 'https://console.example',
        told: () => undefined,
        ...outside,
      })
      workers.push(worker)
      return worker
    },

    /** A custom webhook at the receiver's `path` that only alerts which name it reach. */
    async destination(path: string, { answer = ok, ...input }: { answer?: Answer } & Partial<DestinationInput> = {}) {
      answers.set(path, answer)
      const settings = { url: `http://127.0.0.1:${port}${path}` }
      const { id } = await createDestination(caller, aWebhook({ severities: [], alertTypes: [], settings, ...input }))
      return id
    },

    /** Deletes a destination that alerts of other tests would reach as well. */
    async forget(id: string) {
      const { version, displayName } = await getDestination(caller, { id })
      await deleteDestination(caller, { id, version, confirmation: displayName })
    },

    /** Hands alerts over, and answers with their ids. */
    async handOver(...items: object[]): Promise<string[]> {
      const { results } = await acceptAlerts(caller, { items, isAtomic: true })
      return results.map((result) => ('alertId' in result ? result.alertId : ''))
    },

    /** A destination's deliveries, the failed and those with most attempts first. */
    deliveriesTo: (destinationId: string) =>
      sqlQuery((sql) =>
        sql.rows<DeliveryRow>(
          `SELECT id::text, state, attempts_made AS made, attempts_counted AS counted, reason, state_reason AS "stateReason" FROM delivery
           WHERE destination_id = $1::uuid ORDER BY (state = 'failed') DESC, attempts_made DESC, created_at`,
          [destinationId],
        ),
      ),

    async laneOf(destinationId: string): Promise<LaneRow | undefined> {
      const rows = await sqlQuery((sql) =>
        sql.rows<LaneRow>(
          'SELECT circuit_open_since IS NOT NULL AS open, fault FROM lane WHERE destination_id = $1::uuid',
          [destinationId],
        ),
      )
      return rows[0]
    },

    async stopWorkers() {
      await Promise.all(workers.splice(0).map((worker) => worker.stop()))
    },

    async stop() {
      server.closeAllConnections()
      server.close()
      await closeSql()
      await disconnect()
    },
  }
}

/** An alert as it is handed over, to these destinations. */
export const anAlertFor = (destinations: readonly string[], more: object = {}) => ({
  detectionId: 'Rule.One',
  type: 'RULE',
  severity: 'HIGH',
  title: 'Something happened',
  destinations,
  ...more,
})
