import { describe, expect, test } from 'vitest'
import { type AlertApi, type Place, type PolledAlert, readNewAlerts } from './alert-poller'

const url = 'https://alerts.example.com/v1'
const START: Place = { from: '2026-03-01', seen: [] }
const second = (n: number) => new Date(Date.UTC(2026, 2, 1, 12, 0, n)).toISOString()
const alert = (id: string, createdAt: string): PolledAlert => ({ id, createdAt, status: 'OPEN' })

/** An API of Panther's kind: `created-after` takes in its own moment, a cursor is a place in the order of acceptance. */
function anApi(kept: PolledAlert[], { pageSize = 2, beforePage = () => {} } = {}) {
  const asked: string[] = []
  const api: AlertApi = {
    url,
    token: 'secret',
    fetch: async (input, init) => {
      beforePage()
      const { searchParams: query } = new URL(String(input))
      asked.push(`${query.get('sort-dir')} ${new Headers(init?.headers).get('x-api-key')}`)
      const from = Date.parse(query.get('created-after') ?? '')
      const first = kept.findIndex(({ createdAt }) => Date.parse(createdAt) >= from)
      const begin = Number(query.get('cursor') ?? (first === -1 ? kept.length : first))
      const results = kept.slice(begin, begin + pageSize)
      const next = begin + pageSize < kept.length ? String(begin + pageSize) : null
      return Response.json({ results, next })
    },
  }
  return { api, asked }
}

async function readAll(api: AlertApi, from: Place) {
  const ids: string[] = []
  let place = from
  for await (const read of readNewAlerts(api, place)) {
    ids.push(read.alert.id)
    place = read.place
  }
  return { ids, place }
}

describe('a poller', () => {
  test('reads from the oldest on, with its token', async () => {
    const { api, asked } = anApi(['a', 'b', 'c'].map((id, n) => alert(id, second(n))))
    expect((await readAll(api, START)).ids).toEqual(['a', 'b', 'c'])
    expect(asked).toEqual(['asc secret', 'asc secret'])
  })

  test('reads each once over many rounds, those of one moment too', async () => {
    const kept = ['a', 'b', 'c', 'd', 'e'].map((id) => alert(id, second(0)))
    const { api } = anApi(kept)
    const first = await readAll(api, START)
    kept.push(alert('f', second(0)), alert('g', second(1)))
    const other = await readAll(api, first.place)
    expect([...first.ids, ...other.ids]).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
    expect((await readAll(api, other.place)).ids).toEqual([])
    expect(other.place).toEqual({ from: second(1), seen: ['g'] })
  })

  test('reads what arrives while it pages', async () => {
    const kept = [alert('a', second(0))]
    const beforePage = () => {
      if (kept.length < 9) kept.push(alert(`x${kept.length}`, second(kept.length)))
    }
    const { api } = anApi(kept, { beforePage })
    const first = await readAll(api, START)
    const other = await readAll(api, first.place)
    expect([...first.ids, ...other.ids]).toEqual(kept.map(({ id }) => id))
  })

  test('takes none twice when the clock of the API is set back', async () => {
    const kept = [alert('a', second(5)), alert('b', second(6))]
    const { api } = anApi(kept)
    const first = await readAll(api, START)
    kept.push(alert('c', second(1)), alert('d', second(6)), alert('e', second(7)))
    const other = await readAll(api, first.place)
    expect([...first.ids, ...other.ids]).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect((await readAll(api, other.place)).ids).toEqual([])
  })

  test('stops at an answer that is none', async () => {
    const api = { url, token: 'x', fetch: async () => new Response('no', { status: 403 }) }
    await expect(readAll(api, START)).rejects.toThrow('answered 403: no')
  })
})
