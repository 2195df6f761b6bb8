import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { ReceivedRequest, ReceiverAnswer } from './received-request'
import { receiverPage } from './receiver-page'
import { answerOfVendor } from './vendor-answer'

const KEPT_REQUESTS = 200
const HOST = '127.0.0.1'

export type ReceiverOptions = {
  /** The page's heading. */
  name: string
  /** Tried first, then the next free ones; 0 takes any. */
  port: number
  /** Signing secrets that the page checks signatures with, by the path that is posted to. */
  signingSecrets?: Readonly<Record<string, string>>
}

export type Receiver = {
  url: string
  host: string
  /** Oldest first. */
  requests: ReceivedRequest[]
  /** Answers the next `times` requests so, and later ones as the vendor does again. */
  answerNext(answer: ReceiverAnswer, times?: number): void
  stop(): Promise<void>
}

/**
 * A receiver on loopback: records every POST and answers it as the vendor whose path it is would. `GET /` is a page that
 * shows what arrived.
 */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const requests: ReceivedRequest[] = []
  const scripted: ReceiverAnswer[] = []
  let count = 0
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') return show(options, requests, request, response)
    count += 1
    const received: ReceivedRequest = {
      id: count,
      at: new Date().toISOString(),
      method: request.method ?? '',
      path: request.url ?? '/',
      headers: request.headers,
      body: await readBody(request),
    }
    requests.push(received)
    if (requests.length > KEPT_REQUESTS) requests.shift()
    const answer = scripted.shift() ?? answerOfVendor(received)
    if (answer.delayMs) await wait(answer.delayMs)
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
  const port = await listen(server, options.port)
  return {
    url: `http://${HOST}:${port}`,
    host: `${HOST}:${port}`,
    requests,
    answerNext(answer, times = 1) {
      scripted.push(...Array.from({ length: times }, () => answer))
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function show(
  { name, signingSecrets = {} }: ReceiverOptions,
  requests: readonly ReceivedRequest[],
  request: IncomingMessage,
  response: ServerResponse,
) {
  const newestFirst = requests.toReversed()
  if (request.url === '/requests.json') {
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify(newestFirst))
    return
  }
  if (request.url !== '/') {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing at this address.\n')
    return
  }
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; img-src data:",
  })
  response.end(receiverPage({ name, requests: newestFirst, signingSecrets }))
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

async function listen(server: ReturnType<typeof createServer>, first: number): Promise<number> {
  for (let port = first; ; port++) {
    try {
      await new Promise<void>((done, fail) => {
        server.once('error', fail)
        server.listen(port, HOST, () => {
          server.off('error', fail)
          done()
        })
      })
      const address = server.address()
      return typeof address === 'object' && address ? address.port : port
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    }
  }
}
