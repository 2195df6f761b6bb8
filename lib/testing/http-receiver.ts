import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ReceivedRequest = { path: string; headers: IncomingHttpHeaders; body: string }

/** A receiver on loopback that records what arrives and answers with `status`. */
export async function startHttpReceiver(): Promise<{
  url: string
  port: number
  requests: ReceivedRequest[]
  answerWith(status: number, body: string): void
  stop(): Promise<void>
}> {
  const requests: ReceivedRequest[] = []
  let answer = { status: 200, body: '{}' }
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      requests.push({ path: request.url ?? '', headers: request.headers, body })
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    answerWith(status, body) {
      answer = { status, body }
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
