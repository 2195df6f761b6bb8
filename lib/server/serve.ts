import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { METRICS_CONTENT_TYPE } from '../metrics/expose'
import { establishClient, parseRanges } from './client-address'
import { DATABASE_DOWN_PAGE } from './database-down-page'

const FORWARDING = ['x-forwarded-for', 'forwarded', 'x-real-ip']

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type ServeOptions = {
  host: string
  port: number
  trustedProxies: readonly string[]
  /** Whether the database answers now. */
  isDatabaseUp(): Promise<boolean>
  /** Why nobody can be served now, in a sentence; `undefined`: everybody can. */
  unreadiness(): Promise<string | undefined>
  /** The metrics for those who may read them. */
  metrics(asked: Asked): Promise<string | undefined>
  /** Everything else: Next's request handler. */
  handle: Handler
}

/** A request with what is known of its sender. */
export type Asked = {
  request: IncomingMessage
  address: string
  /** Somebody on the way says to pass it on for another. */
  isForwarded: boolean
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
    const isForwarded = FORWARDING.some((name) => name in request.headers)
    establishClient(request, trusted)
    const asked = { request, address: String(request.headers['x-forwarded-for']), isForwarded }
    respond(options, asked, response).catch((error: unknown) => {
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

async function respond(options: ServeOptions, asked: Asked, response: ServerResponse) {
  const { request } = asked
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  if (path === '/healthz') return plain(response, 200, 'ok')
  if (path === '/readyz') {
    const problem = await options.unreadiness()
    return plain(response, problem ? 503 : 200, problem ?? 'ok')
  }
  if (path === '/metrics') {
    const text = await options.metrics(asked)
    if (text === undefined)
      return plain(response, 401, 'This needs an API token, as X-API-Key or as Authorization: Bearer.')
    return plain(response, 200, text, METRICS_CONTENT_TYPE)
  }
  if (isPage(request, path) && !(await options.isDatabaseUp())) {
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

function plain(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8') {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
  response.end(`${text}\n`)
}
