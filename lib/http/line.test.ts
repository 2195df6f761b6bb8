import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { createLine, LineClosed } from './line'
import { startReceiver } from './testdata/start-receiver'

test('a line whose connection is gone never connects again by itself', async () => {
  const receiver = await startReceiver()
  const socket = connect({ host: '127.0.0.1', port: receiver.port })
  await once(socket, 'connect')
  const gone: unknown[] = []
  const line = createLine({
    connection: { socket, address: '' },
    origin: `http://hooks.test:${receiver.port}`,
    relay: undefined,
    openedAt: 0,
    whenGone: (one) => gone.push(one),
  })
  const request = { method: 'GET', path: '/' } as const
  await (await line.client.request(request)).body.dump()
  const disconnected = once(line.client, 'disconnect')
  receiver.sockets[0]?.destroy()
  await disconnected
  await expect(line.client.request(request)).rejects.toBeInstanceOf(LineClosed)
  expect(gone).toEqual([line])
  expect(receiver.sockets).toHaveLength(1)
  await line.client.destroy()
})
