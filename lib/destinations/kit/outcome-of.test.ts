import { describe, expect, it, test } from 'vitest'
import type { TransportFailure } from '../../http/types'
import { TransportError } from '../../http/types'
import { anAnswer } from '../../testing/fake-http'
import { outcomeOf, outcomeOfFailure } from './outcome-of'
import { retryAfterMs } from './retry-after'

const sentAt = new Date('2026-03-01T00:00:00Z')
const reading = { receiver: 'Example', sentAt }

describe('an answer', () => {
  test.each([
    ['with words', 'No such\n  project.\t', 'Example answered 400: No such project.'],
    ['without a body', '', 'Example answered 400.'],
    ['with a body of spaces', ' \n ', 'Example answered 400.'],
    ['with control characters', 'a\u0000b\u001b[31mc\u202e', 'Example answered 400: a b [31mc'],
  ])('%s is quoted on one line', (_, body, reason) => {
    expect(outcomeOf(anAnswer({ status: 400, body }), reading)).toMatchObject({ reason })
  })

  it('is quoted to 200 characters, and never to half a character', () => {
    const { reason } = Object(outcomeOf(anAnswer({ status: 500, body: '😀'.repeat(500) }), reading))
    expect(reason).toMatch(/^Example answered 500: (?:😀)+…$/u)
    expect(reason.length).toBeLessThanOrEqual('Example answered 500: '.length + 200)
  })

  it('of a 404 means a revoked address only where the address is the credential', () => {
    const answer = anAnswer({ status: 404 })
    expect(outcomeOf(answer, reading)).toMatchObject({ because: 'request' })
    expect(outcomeOf(answer, { ...reading, urlIsCredential: true })).toMatchObject({ because: 'gone' })
  })

  it('of a 2xx is success where the type has no test of its own', () => {
    expect(outcomeOf(anAnswer({ status: 299 }), reading)).toEqual({ outcome: 'delivered' })
  })

  it('is never success below 200 or above 299, whatever the type’s own test says', () => {
    for (const status of [100, 199, 300, 404, 500, 600]) {
      expect(outcomeOf(anAnswer({ status }), { ...reading, isDelivered: () => true }).outcome).not.toBe('delivered')
    }
  })

  it('takes the vendor’s hint over the general one', () => {
    const outcome = outcomeOf(anAnswer({ status: 400 }), { ...reading, hint: () => 'Turn it off and on.' })
    expect(outcome).toMatchObject({ hint: 'Turn it off and on.' })
  })
})

describe('Retry-After', () => {
  test.each([
    ['5', 5_000],
    [' 5 ', 5_000],
    ['0', 1_000],
    ['3600', 3_600_000],
    ['3601', 3_600_000],
    ['9'.repeat(400), 3_600_000],
    ['Sun, 01 Mar 2026 00:01:30 GMT', 90_000],
    ['Sun, 01 Mar 2026 00:00:00 GMT', 1_000],
    ['Tue, 01 Mar 2033 00:00:00 GMT', 3_600_000],
  ])('%s is respected, between a second and an hour', (value, expected) => {
    expect(retryAfterMs({ 'retry-after': value }, sentAt)).toBe(expected)
  })

  test.each([
    '',
    '-5',
    '1.5',
    '1e3',
    '0x10',
    'soon',
    '5 seconds',
    'NaN',
    'Sat, 28 Feb 2026 23:59:59 GMT',
    '2027-01-01',
    '5, 5',
  ])('%j means nothing', (value) => {
    expect(retryAfterMs({ 'retry-after': value }, sentAt)).toBeUndefined()
  })

  it('as a date is counted from the receiver’s own clock where it tells it', () => {
    const headers = { 'retry-after': 'Sun, 01 Mar 2026 10:00:20 GMT', date: 'Sun, 01 Mar 2026 10:00:00 GMT' }
    expect(retryAfterMs(headers, sentAt)).toBe(20_000)
    expect(retryAfterMs({ ...headers, date: 'yesterday' }, sentAt)).toBe(3_600_000)
  })

  it('is left out of the outcome where there is none', () => {
    expect(outcomeOf(anAnswer({ status: 503 }), reading)).not.toHaveProperty('afterMs')
  })

  test.each([408, 425, 429, 500, 503])('is respected on a %i', (status) => {
    const answer = anAnswer({ status, headers: { 'retry-after': '7' } })
    expect(outcomeOf(answer, reading)).toMatchObject({ outcome: 'retry', afterMs: 7_000 })
  })
})

test.each([
  ['invalid-url', 'rejected'],
  ['invalid-request', 'rejected'],
  ['refused', 'rejected'],
  ['dns', 'retry'],
  ['connect', 'retry'],
  ['tls', 'retry'],
  ['timeout', 'retry'],
  ['closed', 'retry'],
] satisfies [TransportFailure, string][])('a failure of transport (%s) is %s', (failure, outcome) => {
  const error = new TransportError(failure, 'It is said what happened.', { total: 1 })
  expect(outcomeOfFailure(error)).toMatchObject({
    outcome,
    reason: 'It is said what happened.',
    hint: expect.stringMatching(/\.$/),
  })
})
