import { expect, it } from 'vitest'
import { formatExact, formatMoment, formatRelative } from './format-time'

const now = Date.UTC(2026, 2, 10, 12, 0, 0)
const ago = (seconds: number) => formatRelative(now - seconds * 1000, now)

it('a time is told in its largest whole unit', () => {
  expect([ago(3), ago(59), ago(60), ago(3599), ago(3600), ago(86_399), ago(86_400)]).toEqual([
    'just now',
    '59 s ago',
    '1 min ago',
    '59 min ago',
    '1 h ago',
    '23 h ago',
    '1 d ago',
  ])
})

it('a time to come says so', () => {
  expect(ago(-300)).toBe('in 5 min')
})

it('a time a week or more away is a date', () => {
  expect(ago(7 * 86_400)).toBe('3 Mar 2026')
})

it('the exact time names its zone', () => {
  expect(formatExact(now, 'UTC')).toBe('10 Mar 2026, 12:00:00 UTC')
})

it('a moment to plan by leaves out the day when it is today', () => {
  expect(formatMoment(now + 2.5 * 3600 * 1000, now, 'UTC')).toBe('14:30')
  expect(formatMoment(now + 21 * 3600 * 1000, now, 'UTC')).toBe('11 Mar, 09:00')
})
