import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { MAX_BODY_BYTES } from './read-answer'
import { failureKindOf, failureOf, startRawReceiver, startReceiver, testHttp } from './testdata/start-receiver'

const get = (port: number, scheme = 'http') => ({ method: 'GET', url: `${scheme}://hooks.test:${port}/` }) as const
const TIMEOUT_MS = 60

describe('the time-out covers', () => {
  test('DNS', async () => {
    const http = testHttp({ timeoutMs: TIMEOUT_MS, resolve: () => new Promise(() => undefined) })
    const failure = await failureOf(http.send(get(80)))
    expect(failure).toMatchObject({ failure: 'timeout', message: 'DNS gave no address for hooks.test within 0.06 s.' })
    expect(Object.keys(failure.phases)).toEqual(['dns', 'total'])
  })

  test('the TLS handshake', async () => {
    const receiver = await startRawReceiver(() => undefined)
    const failure = await failureOf(testHttp({ timeoutMs: TIMEOUT_MS }).send(get(receiver.port, 'https')))
    expect(failure.message).toContain('did not complete the TLS handshake within 0.06 s.')
    expect(Object.keys(failure.phases)).toEqual(['dns', 'connect', 'tls', 'total'])
  })

  test('the wait for an answer', async () => {
    const receiver = await startReceiver(() => undefined)
    const failure = await failureOf(testHttp({ timeoutMs: TIMEOUT_MS }).send(get(receiver.port)))
    expect(failure.message).toContain('did not answer within 0.06 s.')
    expect(failure.phases.firstByte).toBeGreaterThan(0)
  })

  test('headers that trickle', async () => {
    const receiver = await startRawReceiver((socket) => socket.write('HTTP/1.1 200 OK\r\nx-slow: '))
    const failure = await failureOf(testHttp({ timeoutMs: TIMEOUT_MS }).send(get(receiver.port)))
    expect(failure.message).toContain('did not answer within 0.06 s.')
  })

  test('a body that never ends', async () => {
    const receiver = await startReceiver((_request, response) => response.writeHead(200).write('begun'))
    const failure = await failureOf(testHttp({ timeoutMs: TIMEOUT_MS }).send(get(receiver.port)))
    expect(failure.message).toContain('began to answer but did not finish within 0.06 s.')
  })

  test('one request alone where it is given another', async () => {
    const receiver = await startReceiver(() => undefined)
    const failure = await failureOf(testHttp().withTimeout(TIMEOUT_MS).send(get(receiver.port)))
    expect(failure.failure).toBe('timeout')
  })

  test('and closes the connection that it gave up', async () => {
    let closed: () => void
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve
    })
    const receiver = await startReceiver((request) => request.socket.once('close', () => closed()))
    await failureOf(testHttp({ timeoutMs: TIMEOUT_MS }).send(get(receiver.port)))
    await isClosed
  })
})

describe('a body is read', () => {
  test('to its end if it is not larger than the cap', async () => {
    const receiver = await startReceiver((_request, response) => response.end('x'.repeat(MAX_BODY_BYTES)))
    const answer = await testHttp().send(get(receiver.port))
    expect([answer.body.length, answer.isBodyTruncated]).toEqual([MAX_BODY_BYTES, false])
  })

  test('to the cap if it is larger, and the connection is not used again', async () => {
    const receiver = await startReceiver((_request, response) => response.end('x'.repeat(MAX_BODY_BYTES + 1)))
    const http = testHttp()
    const answer = await http.send(get(receiver.port))
    expect([answer.body.length, answer.isBodyTruncated]).toEqual([MAX_BODY_BYTES, true])
    await http.send(get(receiver.port))
    expect(receiver.sockets).toHaveLength(2)
  })

  test('to the cap even if it would go on for ever', async () => {
    const receiver = await startReceiver((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write('y'.repeat(4096)));
      }
      response.on('drain', more)
      more()
    })
    expect(await testHttp().send(get(receiver.port))).toMatchObject({ status: 200, isBodyTruncated: true })
  })

  test('without half of a character at the cut', async () => {
    const receiver = await startReceiver((_request, response) => response.end(`x${'é'.repeat(MAX_BODY_BYTES)}`))
    const { body } = await testHttp().send(get(receiver.port))
    expect(body).toBe(`x${'é'.repeat((MAX_BODY_BYTES - 2) / 2)}`)
  })

  test('not at all if it is compressed, which was not asked for', async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000))
    const receiver = await startReceiver((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    )
    expect(await testHttp().send(get(receiver.port))).toMatchObject({ status: 200, body: '', isBodyTruncated: true })
  })
})

describe('a receiver that breaks off', () => {
  test.each([
    ['before any answer', ''],
    ['in the headers', 'HTTP/1.1 200 OK\r\nx-a: b'],
    ['in a body of known length', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf'],
    ['in a chunked body', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nha'],
    ['after something that is not HTTP', 'SSH-2.0-OpenSSH_9\r\n'],
    ['after two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
    [
      'after an upgrade that nobody asked for',
      'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
    ],
    ['after headers too large', `HTTP/1.1 200 OK\r\n${`x-a: ${'b'.repeat(1000)}\r\n`.repeat(80)}\r\n`],
  ])('%s gave no answer', async (_when, bytes) => {
    const receiver = await startRawReceiver((socket) => {
      socket.once('data', () => socket.end(bytes))
    })
    expect(await failureKindOf(testHttp().send(get(receiver.port)))).toBe('closed')
  })

  test('only its own side after a whole answer did answer', async () => {
    const receiver = await startRawReceiver((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\n\r\nuntil the end'))
    })
    expect(await testHttp().send(get(receiver.port))).toMatchObject({ status: 200, body: 'until the end' })
  })

  test('a kept connection costs nothing: the next request takes another', async () => {
    const receiver = await startReceiver()
    const http = testHttp()
    await http.send(get(receiver.port))
    const first = receiver.sockets[0]
    const isClosed = new Promise((resolve) => first?.once('close', resolve))
    first?.end()
    await isClosed
    expect((await http.send(get(receiver.port))).status).toBe(200)
    expect(receiver.sockets).toHaveLength(2)
  })

  test('and one that sends a second answer unasked is not read twice on one connection', async () => {
    const receiver = await startRawReceiver((socket) => {
      socket.once('data', () =>
        socket.write(
          'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nokHTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nforged',
        ),
      )
    })
    const http = testHttp()
    const bodies = []
    for (let sent = 0; sent < 2; sent += 1) {
      bodies.push(
        await http.send(get(receiver.port)).then(
          ({ body }) => body,
          ({ failure }) => failure,
        ),
      )
    }
    expect(bodies).not.toContain('forged')
  })
})
