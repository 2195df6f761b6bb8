import type { TLSSocket } from 'node:tls'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { failureOf, startReceiver, startTlsReceiver, TEST_CERTIFICATE, testHttp } from './testdata/start-receiver'

const get = (host: string, port: number) => ({ method: 'GET', url: `https://${host}:${port}/` }) as const
const trusting = (options = {}) => testHttp({ ca: [TEST_CERTIFICATE], ...options })

describe('TLS is verified', () => {
  test('a certificate of an unknown authority is not trusted, whatever the environment says', async () => {
    const receiver = await startTlsReceiver()
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    onTestFinished(() => {
      vi.unstubAllEnvs()
    })
    const failure = await failureOf(testHttp().send(get('receiver.test', receiver.port)))
    expect(failure).toMatchObject({
      failure: 'tls',
      message: `The certificate of receiver.test:${receiver.port} is signed by no authority that is trusted here. An operator can add one with SWITCHYARD_CA_FILE.`,
    })
    expect(receiver.requests).toEqual([])
  })

  test('a certificate of an authority that was added is trusted', async () => {
    const receiver = await startTlsReceiver()
    const answer = await trusting().send(get('receiver.test', receiver.port))
    expect(answer).toMatchObject({ status: 200, body: 'ok', address: `127.0.0.1:${receiver.port}` })
    expect(Object.keys(answer.phases)).toEqual(['dns', 'connect', 'tls', 'firstByte', 'total'])
  })

  test('against the name that was asked for, not the address connected to', async () => {
    const receiver = await startTlsReceiver()
    const failure = await failureOf(trusting().send(get('other.test', receiver.port)))
    expect(failure).toMatchObject({
      failure: 'tls',
      message: `The certificate of other.test:${receiver.port} is for another name.`,
    })
    expect(receiver.requests).toEqual([])
  })

  test('against the address where the URL has one', async () => {
    const receiver = await startTlsReceiver()
    expect((await trusting().send(get('127.0.0.1', receiver.port))).status).toBe(200)
    expect(await failureOf(trusting().send(get('127.0.0.2', receiver.port))).then(({ failure }) => failure)).toMatch(
      /^(connect|tls)$/,
    )
  })

  test('in a version of 1.2 or newer', async () => {
    const old = await startTlsReceiver({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' })
    const enough = await startTlsReceiver({ minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' })
    expect(await failureOf(trusting().send(get('receiver.test', old.port)))).toMatchObject({
      failure: 'tls',
      message: `receiver.test:${old.port} does not speak TLS 1.2 or newer.`,
    })
    expect((await trusting().send(get('receiver.test', enough.port))).status).toBe(200)
  })

  test('and a receiver without TLS is told as such', async () => {
    const receiver = await startReceiver()
    const failure = await failureOf(trusting().send(get('receiver.test', receiver.port)))
    expect(failure).toMatchObject({
      failure: 'tls',
      message: `receiver.test:${receiver.port} does not speak TLS on that port.`,
    })
  })
})

test('the name is kept in SNI and in the Host header, and a kept connection serves it again', async () => {
  const receiver = await startTlsReceiver()
  const http = trusting()
  await http.send(get('receiver.test', receiver.port))
  await http.send(get('receiver.test', receiver.port))
  const seen = receiver.requests.map(({ socket, headers }) => [(socket as TLSSocket).servername, headers.host])
  expect(seen).toEqual([
    ['receiver.test', `receiver.test:${receiver.port}`],
    ['receiver.test', `receiver.test:${receiver.port}`],
  ])
  expect(receiver.sockets).toHaveLength(1)
})
