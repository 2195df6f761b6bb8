import { afterEach, describe, expect, test } from 'vitest'
import { serve, type WebServer } from './serve'

let open: WebServer | undefined
afterEach(async () => {
  await open?.close(1000)
  open = undefined
})

async function start({ isUp = true, trustedProxies = [] as string[] } = {}) {
  const seen: Record<string, unknown>[] = []
  const database = { isUp }
  open = await serve({
    host: '127.0.0.1',
    port: 0,
    trustedProxies,
    isDatabaseUp: async () => database.isUp,
    unreadiness: async () => (database.isUp ? undefined : 'The database does not answer.'),
    metrics: async (asked) => (asked.isForwarded ? undefined : `from ${asked.address}`),
    handle: async (request, response) => {
      seen.push(request.headers)
      response.end('the application')
    },
  })
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${open?.port}${path}`, { headers: { accept: 'text/html', ...headers } })
  return { get, seen, database }
}

describe('while the database does not answer', () => {
  test('a page is answered with 503 and says so, and again with the application once it does', async () => {
    const { get, database } = await start({ isUp: false })
    const down = await get('/destinations')
    expect(down.status).toBe(503)
    expect(await down.text()).toContain('The database does not answer')
    database.isUp = true
    expect(await (await get('/destinations')).text()).toBe('the application')
  })

  test('what needs no database is still served', async () => {
    const { get } = await start({ isUp: false })
    expect((await get('/_next/static/x.js', { accept: '*/*' })).status).toBe(200)
    expect((await get('/healthz')).status).toBe(200)
    expect((await get('/readyz')).status).toBe(503)
  })
})

describe('metrics', () => {
  test('are for whoever may read them', async () => {
    const { get } = await start()
    const own = await get('/metrics')
    expect([own.status, await own.text()]).toEqual([200, 'from 127.0.0.1\n'])
    expect(own.headers.get('content-type')).toContain('version=0.0.4')
  })

  test('are not open to everybody because an unknown proxy on this machine passes them on', async () => {
    const { get } = await start()
    expect((await get('/metrics', { 'x-forwarded-for': '198.51.100.1' })).status).toBe(401)
  })
})

describe('what a client says of itself', () => {
  const spoofed = {
    'x-forwarded-for': '198.51.100.1',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
  }

  test('is replaced by the address the connection came from', async () => {
    const { get, seen } = await start()
    await get('/destinations?q=a', spoofed)
    expect(seen[0]).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-switchyard-path': '/destinations?q=a' })
    expect(seen[0]).not.toHaveProperty('x-forwarded-host')
    expect(seen[0]).not.toHaveProperty('x-forwarded-proto')
  })

  test('is believed of a trusted proxy, up to the first address that is not one', async () => {
    const { get, seen } = await start({ trustedProxies: ['127.0.0.0/8', '10.0.0.0/8'] })
    await get('/', { ...spoofed, 'x-forwarded-for': '192.0.2.66, 198.51.100.1, 10.0.0.7' })
    expect(seen[0]).toMatchObject({ 'x-forwarded-for': '198.51.100.1', 'x-forwarded-proto': 'https' })
  })

  test('a path header of its own does not reach the application', async () => {
    const { get, seen } = await start()
    await get('/settings/general', { 'x-switchyard-path': '/elsewhere' })
    expect(seen[0]?.['x-switchyard-path']).toBe('/settings/general')
  })

  test('a proxy range that is none stops the start', async () => {
    await expect(start({ trustedProxies: ['10.0.0.0/64'] })).rejects.toThrow(/SWITCHYARD_TRUSTED_PROXIES/)
  })
})
