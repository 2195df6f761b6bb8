import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { establishClient, parseRanges } from './client-address'
import { DATABASE_DOWN_PAGE } from './database-down-page'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type ServeOptions = {
  host: string
  port: number
  trustedProxies: readonly string[]
  /** Whether the database answers now. */
  isReady(): Promise<boolean>
  /** Next's request handler. */
  handle: Handler
}

/** A running console. `close` lets requests under way finish, for at most `graceMs`. */
export type WebServer = { port: number; server: Server; close(graceMs: number): Promise<void> }

/**
 * The HTTP server in front of Next: it establishes who the client is, answers the probes, and, while the database does not
 * answer, serves a page with status 503 that says so in place of any page that would need it.
 */
export async function serve(options: ServeOptions): Promise<WebServer> {
  const trusted = parseRanges(options.trustedProxies)
  const server = createServer((request, response) => {
    establishClient(request, trusted)
    respond(options, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
      response.end('The server failed to answer.')
      server.emit('requestError', error)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    server,
    async close(graceMs) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const force = setTimeout(() => server.closeAllConnections(), graceMs)
      await closed
      clearTimeout(force)
    },
  }
}

async function respond(options: ServeOptions, request: IncomingMessage, response: ServerResponse) {
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  if (path === '/healthz') return plain(response, 200, 'ok')
  if (path === '/readyz') {
    const isReady = await options.isReady()
    return plain(response, isReady ? 200 : 503, isReady ? 'ok' : 'The database does not answer.')
  }
  if (isPage(request, path) && !(await options.isReady())) {
    response.writeHead(503, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': '5',
    })
    response.end(DATABASE_DOWN_PAGE)
    return
  }
  request.headers['x-switchyard-path'] = request.url ?? '/'
  await options.handle(request, response)
}

const isPage = (request: IncomingMessage, path: string) =>
  request.method === 'GET' &&
  !path.startsWith('/_next/') &&
  (request.headers.accept?.includes('text/html') === true || request.headers.rsc !== undefined)

function plain(response: ServerResponse, status: number, text: string) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${text}\n`)
}
