import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerParent } from './child'
import { monotonicMs } from './monotonic'
import type { Conduct, Receipt, ReceiverAnswer, ReceiverOrder } from './receiver'

// The receiver's own process. The body is searched rather than parsed: what is measured is the sender.
const MARK = /"mark":"?(\d+)/
const ALERT_ID = /"alertId":"([0-9a-f]{32})"/

let receipts: Receipt[] = []
let arrived = new Set<string>()
let conducts: Readonly<Record<string, Conduct>> = {}

function receive(door: number, request: IncomingMessage, response: ServerResponse) {
  const at = monotonicMs()
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString()
    const path = request.url ?? ''
    const mark = Number(MARK.exec(body)?.[1] ?? -1)
    const conduct = conducts[path] ?? {}
    const end = judge(conduct, mark)
    const key = String(request.headers['webhook-id'] ?? '')
    const receipt: Receipt = { at, door, path, key, mark, alertId: ALERT_ID.exec(body)?.[1] ?? '', end }
    receipts.push(receipt)
    arrived.add(`${path} ${mark}`)
    response.on('close', () => {
      if (receipt.end === 'accepted' && !response.writableFinished) receipt.end = 'lost'
    })
    if (conduct.delayMs === undefined) answer(request, response, end)
    else setTimeout(answer, conduct.delayMs, request, response, end)
  })
}

function judge({ failShare = 0, hangUpShare = 0, refusesEvery, hangs }: Conduct, mark: number): Receipt['end'] {
  if (hangs) return 'hangs'
  if (refusesEvery !== undefined && mark % refusesEvery === 0) return 'refused'
  const chance = Math.random()
  if (chance < failShare) return 'failed'
  return chance < failShare + hangUpShare ? 'hung-up' : 'accepted'
}

function answer(request: IncomingMessage, response: ServerResponse, end: Receipt['end']) {
  if (end === 'hung-up') request.socket.destroy()
  else if (end === 'failed') response.writeHead(500).end('{"error":"not today"}')
  else if (end === 'refused') response.writeHead(400).end('{"error":"never"}')
  else if (end === 'accepted') response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}')
}

async function open(doors: number): Promise<number[]> {
  const servers = Array.from({ length: doors }, (_, door) =>
    createServer({ keepAliveTimeout: 30_000 }, (request, response) => receive(door, request, response)),
  )
  const ports: number[] = []
  for (const server of servers) {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    ports.push((server.address() as AddressInfo).port)
  }
  return ports
}

answerParent<ReceiverOrder, ReceiverAnswer>(async (order) => {
  switch (order.kind) {
    case 'open':
      return { ports: await open(order.doors) }
    case 'conduct':
      conducts = order.conduct
      return {}
    case 'count':
      return { count: arrived.size }
    case 'receipts':
      return { receipts }
    case 'forget':
      receipts = []
      arrived = new Set()
      return {}
  }
})
