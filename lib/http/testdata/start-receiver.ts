import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createTlsServer, type ServerOptions } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { parseEgressAllow } from '../egress-policy'
import { createHttp, type GuardedHttp, type HttpOptions } from '../guarded-http'
import { TransportError, type TransportFailure } from '../types'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
export const TEST_CERTIFICATE = read('test-only-certificate.pem')

export type Receiver = { port: number; sockets: Socket[]; requests: IncomingMessage[] }

async function listen(server: Server): Promise<Receiver> {
  const receiver: Receiver = { port: 0, sockets: [], requests: [] }
  server.on('connection', (socket: Socket) => receiver.sockets.push(socket.on('error', () => undefined)))
  server.on('request', (request: IncomingMessage) => receiver.requests.push(request))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of receiver.sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  receiver.port = (server.address() as AddressInfo).port
  return receiver
}

/** A receiver on 127.0.0.1 that lives as long as the test. */
export const startReceiver = (answer: RequestListener = (_request, response) => response.end('ok')) =>
  listen(createServer(answer))

/** The same over TLS, for `receiver.test` and 127.0.0.1. */
export const startTlsReceiver = (options: ServerOptions = {}) =>
  listen(
    createTlsServer({ cert: TEST_CERTIFICATE, key: read('test-only-key.pem'), ...options }, (_request, response) =>
      response.end('ok'),
    ),
  )

/** A receiver that speaks bytes, for what no HTTP server would say. */
export const startRawReceiver = (onConnection: (socket: Socket) => void) => listen(createTcpServer(onConnection))

/** A client whose names all lead to 127.0.0.1, which is allowed unless the options say otherwise. */
export function testHttp({
  allow = '127.0.0.0/8',
  ...options
}: Partial<HttpOptions> & { allow?: string } = {}): GuardedHttp {
  const http = createHttp({
    policy: { allow: allowing(allow), map: new Map() },
    resolve: async () => ['127.0.0.1'],
    ...options,
  })
  onTestFinished(() => http.close())
  return http
}

/** The allow list that an operator's text stands for. */
export function allowing(text: string) {
  const parsed = parseEgressAllow(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}

/** The failure that a request ended in; an answer in its place fails the test. */
export async function failureOf(sending: Promise<unknown>): Promise<TransportError> {
  const error = await sending.then(
    () => new Error('There was an answer.'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof TransportError) return error
  throw error
}

/** Only its kind. */
export const failureKindOf = async (sending: Promise<unknown>): Promise<TransportFailure> =>
  (await failureOf(sending)).failure
