import { buffer } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { failureKindOf, failureOf, startRawReceiver, startReceiver, testHttp } from './testdata/start-receiver'
import type { OutboundRequest } from './types'

const post = (port: number, rest: Partial<OutboundRequest> = {}): OutboundRequest => ({
  method: 'POST',
  url: `http://hooks.test:${port}/`,
  ...rest,
})

describe('a request', () => {
  test('is sent as it was given, with the headers of the client', async () => {
    const bodies: Promise<Buffer>[] = []
    const receiver = await startReceiver((request, response) => {
      bodies.push(buffer(request).finally(() => response.end()))
    })
    const http = testHttp({ userAgent: 'Switchyard/1.2.3' })
    await http.send(post(receiver.port, { json: { a: 'é' }, headers: { 'X-Token': 'abc' } }))
    await http.send(post(receiver.port, { body: 'plain', headers: { 'Content-Type': 'text/plain' } }))
    expect((await Promise.all(bodies)).map(String)).toEqual(['{"a":"é"}', 'plain'])
    expect(receiver.requests.map(({ headers }) => headers)).toMatchObject([
      {
        'content-type': 'application/json',
        'content-length': '10',
        'x-token': 'abc',
        'user-agent': 'Switchyard/1.2.3',
        'accept-encoding': 'identity',
      },
      { 'content-type': 'text/plain', 'content-length': '5' },
    ])
  })

  test.each([
    'Host',
    'content-length',
    'Transfer-Encoding',
    'connection',
    'keep-alive',
    'TE',
    'trailer',
    'upgrade',
    'expect',
    'Proxy-Authorization',
    'accept-encoding',
    'user-agent',
    '',
    'a b',
    'a:b',
    'a\r\nb',
    'é',
  ])('with a header named %j never leaves', async (name) => {
    const receiver = await startReceiver()
    const sending = testHttp().send(post(receiver.port, { headers: { [name]: 'value' } }))
    expect(await failureKindOf(sending)).toBe('invalid-request')
    expect(receiver.sockets).toEqual([])
  })

  test.each(['a\r\nx-evil: 1', 'a\nb', 'a\rb', 'a\0b', 'a\u007fb', 'caf\u00e9', '\u010a'])(
    'with a header value %j never leaves',
    async (value) => {
      const receiver = await startReceiver()
      const sending = testHttp().send(post(receiver.port, { headers: { 'x-custom': value } }))
      expect(await failureKindOf(sending)).toBe('invalid-request')
      expect(receiver.sockets).toEqual([])
    },
  )

  test('with the same header in two spellings never leaves', async () => {
    const sending = testHttp().send(post(1, { headers: { 'X-A': '1', 'x-a': '2' } }))
    expect(await failureKindOf(sending)).toBe('invalid-request')
  })

  test('honours no proxy of the environment', async () => {
    const [receiver, proxy] = [await startReceiver(), await startReceiver()]
    vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${proxy.port}`)
    vi.stubEnv('NODE_USE_ENV_PROXY', '1')
    onTestFinished(() => {
      vi.unstubAllEnvs()
    })
    await testHttp().send(post(receiver.port))
    expect([receiver.sockets.length, proxy.sockets.length]).toEqual([1, 0])
  })
})

describe('an answer', () => {
  test.each([301, 302, 303, 307, 308])('%i is an answer: its location is not followed', async (status) => {
    const other = await startReceiver()
    const receiver = await startReceiver((_request, response) =>
      response.writeHead(status, { location: `http://127.0.0.1:${other.port}/` }).end('moved'),
    )
    const answer = await testHttp().send(post(receiver.port))
    expect(answer).toMatchObject({ status, body: 'moved', headers: { location: `http://127.0.0.1:${other.port}/` } })
    expect(other.sockets).toEqual([])
  })

  test('has lower-case headers, and a repeated one joined', async () => {
    const receiver = await startReceiver((_request, response) => {
      response.setHeader('X-Many', ['a', 'b'])
      response.setHeader('__proto__', 'own')
      response.writeHead(500).end('oh')
    })
    const { status, headers } = await testHttp().send(post(receiver.port))
    expect([status, headers['x-many'], Object.hasOwn(headers, '__proto__')]).toEqual([500, 'a, b', true])
  })

  test('without a body has an empty one', async () => {
    const receiver = await startReceiver((_request, response) => response.writeHead(204).end())
    expect(await testHttp().send(post(receiver.port))).toMatchObject({ status: 204, body: '', isBodyTruncated: false })
  })
})

describe('no message gives a secret away', () => {
  const secretive = (url: string): OutboundRequest => ({
    method: 'POST',
    url,
    headers: { authorization: 'Bearer s3cret' },
    json: { token: 's3cret' },
  })

  test('whatever goes wrong, nor is there a cause to look into', async () => {
    const silent = await startRawReceiver(() => undefined)
    const closing = await startRawReceiver((socket) => socket.end())
    const garbling = await startRawReceiver((socket) => socket.end('s3cret is no HTTP\r\n\r\n'))
    const at = (port: number, scheme = 'http') => `${scheme}://hooks.test:${port}/s3cret?s3cret=s3cret`
    const dns = testHttp({
      resolve: async () => {
        throw Object.assign(new Error('queryA s3cret'), { code: 'ESERVFAIL' })
      },
    })
    const [http, impatient] = [testHttp(), testHttp({ timeoutMs: 80 })]
    const failures = [
      await failureOf(impatient.send(secretive(at(silent.port)))),
      await failureOf(impatient.send(secretive(at(silent.port, 'https')))),
      await failureOf(http.send(secretive(at(closing.port)))),
      await failureOf(http.send(secretive(at(closing.port, 'https')))),
      await failureOf(http.send(secretive(at(garbling.port)))),
      await failureOf(http.send(secretive(at(garbling.port, 'https')))),
      await failureOf(http.send(secretive(at(1)))),
      await failureOf(dns.send(secretive(at(80)))),
      await failureOf(testHttp({ allow: '' }).send(secretive(at(80)))),
      await failureOf(http.send(secretive('https://s3cret:s3cret@hooks.test/s3cret'))),
      await failureOf(http.send(secretive('https://[s3cret/'))),
      await failureOf(http.send({ ...secretive(at(80)), headers: { authorization: 'Bearer s3cret\n' } })),
    ]
    expect(failures.map(({ failure }) => failure)).toEqual(
      'timeout timeout closed tls closed tls connect dns refused invalid-url invalid-url invalid-request'.split(' '),
    )
    for (const failure of failures) {
      expect(`${failure.stack} ${JSON.stringify(failure)}`).not.toContain('s3cret')
      expect(failure.cause).toBeUndefined()
    }
  })
})
