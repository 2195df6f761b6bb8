import { describe, expect, test } from 'vitest'
import { PollAlertsQuery } from './poll-alerts'

const fieldsOf = (query: Record<string, unknown>) => {
  const parsed = PollAlertsQuery.safeParse(query)
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0])
}

describe('a poller’s query', () => {
  test('has Panther’s defaults', () => {
    expect(PollAlertsQuery.parse({})).toMatchObject({ limit: 25, 'sort-dir': 'desc', 'sub-type': [], status: [] })
  })

  test.each([
    ['once', 'HIGH', ['HIGH']],
    ['repeated', ['HIGH', 'LOW'], ['HIGH', 'LOW']],
    ['separated by commas', 'HIGH,LOW', ['HIGH', 'LOW']],
    ['both ways', ['HIGH,LOW', 'INFO'], ['HIGH', 'LOW', 'INFO']],
    ['empty', '', []],
  ])('takes a list that is given %s', (_, severity, expected) => {
    expect(PollAlertsQuery.parse({ severity }).severity).toEqual(expected)
  })

  test('takes an empty value as none', () => {
    const query = PollAlertsQuery.parse({
      cursor: '',
      type: '',
      limit: '',
      'created-after': '',
      'sort-dir': '',
      'detection-id': '',
      'event-count-min': '',
    })
    expect(query).toEqual(PollAlertsQuery.parse({}))
  })

  test.each([
    [{ limit: '51' }, 'limit'],
    [{ limit: '0' }, 'limit'],
    [{ severity: 'SEVERE' }, 'severity'],
    [{ 'created-after': 'yesterday' }, 'created-after'],
    [{ 'sort-dir': 'up' }, 'sort-dir'],
    [{ 'event-count-max': '-1' }, 'event-count-max'],
    [{ type: 'ALERTS' }, 'type'],
  ])('%o is refused by name', (query, field) => {
    expect(fieldsOf(query)).toEqual([field])
  })
})
