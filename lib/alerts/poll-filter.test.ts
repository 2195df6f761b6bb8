import { describe, expect, test } from 'vitest'
import { PollAlertsQuery } from '../contracts/poll-alerts'
import { decodePosition, encodePosition } from './poll-cursor'
import { fingerprintOf, pollFilter } from './poll-filter'

const query = (given: Record<string, unknown> = {}) => PollAlertsQuery.parse(given)
const position = { after: 4711, from: new Date('2026-03-01T12:00:00.123Z') }

describe('a poller’s filter', () => {
  test('is of alerts unless asked otherwise', () => {
    expect(pollFilter(query())).toMatchObject({ class: 'ALERT', types: [] })
    expect(pollFilter(query({ type: 'SYSTEM_ERROR' }))).toMatchObject({ class: 'SYSTEM_ERROR' })
  })

  test('of a sub-type without a type is of that sub-type, whatever its type', () => {
    expect(pollFilter(query({ 'sub-type': 'RULE_ERROR' }))).toMatchObject({ class: undefined, types: ['RULE_ERROR'] })
  })

  test('refuses a sub-type that is none of the type', () => {
    expect(() => pollFilter(query({ type: 'ALERT', 'sub-type': ['RULE', 'RULE_ERROR'] }))).toThrow(
      'RULE_ERROR is no sub-type of ALERT',
    )
  })

  test('finds nothing by what no alert has', () => {
    expect(pollFilter(query({ 'log-source': 'a' }))).toBeNull()
    expect(pollFilter(query({ 'resource-type': 'AWS.S3.Bucket' }))).toBeNull()
  })
})

describe('a cursor', () => {
  test('leads back to its position, whatever page size and times go with it', () => {
    const cursor = encodePosition(position, fingerprintOf(query({ severity: 'HIGH' })))
    const later = query({ severity: 'HIGH', limit: '50', 'created-before': '2026-04', cursor })
    expect(decodePosition(cursor, fingerprintOf(later))).toEqual(position)
  })

  test.each([{ severity: 'LOW' }, { severity: 'HIGH', 'sort-dir': 'asc' }, {}])(
    'is refused with the list %o',
    (given) => {
      const cursor = encodePosition(position, fingerprintOf(query({ severity: 'HIGH' })))
      expect(() => decodePosition(cursor, fingerprintOf(query(given)))).toThrow('belongs to another list')
    },
  )

  test.each(['x', '4711', Buffer.from('1.2').toString('base64url')])('is not %s', (cursor) => {
    expect(() => decodePosition(cursor, fingerprintOf(query()))).toThrow('no cursor')
  })
})
