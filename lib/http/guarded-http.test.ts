import { describe, expect, test } from 'vitest'
import type { RefusedRequest } from './guarded-http'
import { REFUSED_ADDRESSES } from './testdata/refused-addresses'
import { allowing, failureKindOf, failureOf, startReceiver, testHttp } from './testdata/start-receiver'

const get = (url: string) => ({ method: 'GET', url }) as const

describe('a name that leads inside is refused', () => {
  test.each(REFUSED_ADDRESSES)('to %s', async (address) => {
    const http = testHttp({ allow: '', resolve: async () => [address] })
    expect(await failureKindOf(http.send(get('https://hooks.example.com/')))).toBe('refused')
  })

  test.each([
    ['first', ['127.0.0.1', '93.184.216.34']],
    ['last', ['93.184.216.34', '2606:4700::1111', '::1']],
    ['as no address at all', ['93.184.216.34', 'localhost']],
  ])('even if other answers are public and it comes %s', async (_place, answers) => {
    const receiver = await startReceiver()
    const http = testHttp({ allow: '', resolve: async () => answers })
    expect(await failureKindOf(http.send(get(`http://hooks.example.com:${receiver.port}/`)))).toBe('refused')
    expect(receiver.sockets).toEqual([])
  })

  test('on every port but the allowed one', async () => {
    const [allowed, other] = [await startReceiver(), await startReceiver()]
    const http = testHttp({ allow: `127.0.0.0/8:${allowed.port}, hooks.test:${allowed.port}` })
    expect((await http.send(get(`http://hooks.test:${allowed.port}/`))).status).toBe(200)
    expect(await failureKindOf(http.send(get(`http://hooks.test:${other.port}/`)))).toBe('refused')
    expect(await failureKindOf(http.send(get(`http://127.0.0.1:${other.port}/`)))).toBe('refused')
    expect(other.sockets).toEqual([])
  })

  test('and the refusal is reported, without the path', async () => {
    const refused: RefusedRequest[] = []
    const http = testHttp({ allow: '', resolve: async () => ['10.0.0.5'], onRefused: (one) => refused.push(one) })
    const failure = await failureOf(http.send(get('https://hooks.internal/secret?token=secret')))
    expect(failure.message).toBe(
      'hooks.internal resolves to 10.0.0.5, a private address, which is not allowed. An operator can allow it with SWITCHYARD_EGRESS_ALLOW.',
    )
    await failureOf(http.send(get('https://127.0.0.1/secret')))
    expect(refused).toEqual([
      { host: 'hooks.internal', address: '10.0.0.5', message: failure.message },
      { host: '127.0.0.1', message: expect.stringContaining('127.0.0.1 is a loopback address') },
    ])
  })
})

describe('a connection stays at the address that was checked', () => {
  test('DNS is asked once, and a changed answer moves nothing', async () => {
    const receiver = await startReceiver()
    const answers = [['127.0.0.1'], ['10.0.0.5']]
    const asked: string[] = []
    const resolve = async (host: string) => {
      asked.push(host)
      return answers.shift() ?? []
    }
    const http = testHttp({ resolve })
    const url = `http://hooks.test:${receiver.port}/`
    const [first, second] = [await http.send(get(url)), await http.send(get(url))]
    expect([first.address, second.address]).toEqual([`127.0.0.1:${receiver.port}`, `127.0.0.1:${receiver.port}`])
    expect(asked).toEqual(['hooks.test'])
    receiver.sockets[0]?.destroy()
    expect(await failureKindOf(testHttp({ resolve }).send(get(url)))).toBe('refused')
  })

  test('an address that takes no connection gives way to the next', async () => {
    const receiver = await startReceiver()
    const http = testHttp({ resolve: async () => ['127.0.0.2', '127.0.0.1'] })
    const answer = await http.send(get(`http://hooks.test:${receiver.port}/`))
    expect(answer.address).toBe(`127.0.0.1:${receiver.port}`)
  })

  test('the name is kept in the Host header', async () => {
    const receiver = await startReceiver()
    await testHttp().send(get(`http://Hooks.test:${receiver.port}/a?b=%3D#c`))
    expect(receiver.requests.map(({ url, headers }) => [url, headers.host])).toEqual([
      ['/a?b=%3D', `hooks.test:${receiver.port}`],
    ])
  })
})

describe('a connection is kept', () => {
  test('for the next request to the same origin, which has no phases of connecting', async () => {
    const receiver = await startReceiver()
    const http = testHttp()
    const url = `http://hooks.test:${receiver.port}/`
    const phases = [await http.send(get(url)), await http.send(get(url))].map((answer) => Object.keys(answer.phases))
    expect(phases).toEqual([
      ['dns', 'connect', 'firstByte', 'total'],
      ['firstByte', 'total'],
    ])
    expect(receiver.sockets).toHaveLength(1)
  })

  test('and never for another host at the same address', async () => {
    const receiver = await startReceiver()
    const http = testHttp()
    await http.send(get(`http://one.test:${receiver.port}/`))
    await http.send(get(`http://two.test:${receiver.port}/`))
    await http.send(get(`http://127.0.0.1:${receiver.port}/`))
    expect(receiver.sockets).toHaveLength(3)
    expect(new Set(receiver.requests.map(({ socket, headers }) => `${socket.remotePort} ${headers.host}`)).size).toBe(3)
  })

  test('for a minute at most', async () => {
    const receiver = await startReceiver()
    let clock = 0
    const http = testHttp({ now: () => clock })
    const url = `http://hooks.test:${receiver.port}/`
    await http.send(get(url))
    clock = 60_001
    await http.send(get(url))
    await http.send(get(url))
    expect(receiver.sockets).toHaveLength(2)
  })

  test('by each of several requests at once', async () => {
    const receiver = await startReceiver()
    const http = testHttp()
    const url = `http://hooks.test:${receiver.port}/`
    const round = () => Promise.all([1, 2, 3].map(() => http.send(get(url))))
    await round()
    await round()
    expect(receiver.requests).toHaveLength(6)
    expect(receiver.sockets).toHaveLength(3)
  })

  test('until the client closes', async () => {
    const receiver = await startReceiver()
    const http = testHttp()
    const url = `http://hooks.test:${receiver.port}/`
    await http.send(get(url))
    await http.close()
    await http.send(get(url))
    await http.send(get(url))
    expect(receiver.sockets).toHaveLength(3)
  })
})

describe('a mapped host', () => {
  test('is sent to its relay without TLS, DNS or guard, under its own name', async () => {
    const receiver = await startReceiver()
    const relay = `http://127.0.0.1:${receiver.port}`
    const http = testHttp({
      policy: { allow: [], map: new Map([['hooks.slack.com', relay]]) },
      resolve: async () => [],
    })
    const answer = await http.send({ method: 'POST', url: 'https://hooks.slack.com/services/T', json: { text: 'x' } })
    await http.send(get('http://hooks.slack.com/'))
    expect(answer).toMatchObject({ status: 200, address: `127.0.0.1:${receiver.port}` })
    expect(Object.keys(answer.phases)).toEqual(['connect', 'firstByte', 'total'])
    expect(receiver.requests.map(({ url, headers }) => [url, headers.host])).toEqual([
      ['/services/T', 'hooks.slack.com'],
      ['/', 'hooks.slack.com'],
    ])
    expect(receiver.sockets).toHaveLength(2)
  })

  test('opens the relay for itself alone', async () => {
    const receiver = await startReceiver()
    const map = new Map([['hooks.slack.com', `http://127.0.0.1:${receiver.port}`]])
    const http = testHttp({ policy: { allow: allowing(''), map } })
    expect(await failureKindOf(http.send(get(`http://127.0.0.1:${receiver.port}/`)))).toBe('refused')
    expect(await failureKindOf(http.send(get(`http://sub.hooks.slack.com:${receiver.port}/`)))).toBe('refused')
  })
})
