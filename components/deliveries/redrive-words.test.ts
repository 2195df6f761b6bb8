import { describe, expect, it } from 'vitest'
import type { RedriveFiguresView } from '@/lib/contracts/redrive'
import { figuresText, leftOutText, paceText, progressText } from './redrive-words'

const figures = (given: Partial<RedriveFiguresView>): RedriveFiguresView => ({
  count: 0,
  destinations: [],
  destinationCount: 0,
  leftOut: [],
  oldestAt: null,
  newestAt: null,
  seconds: 0,
  ...given,
})

describe('the words of a redrive', () => {
  it('say how many go where', () => {
    expect(figuresText(figures({ count: 1212, destinationCount: 2 }))).toBe('1,212 deliveries to 2 destinations')
    expect(figuresText(figures({ count: 1, destinationCount: 1 }))).toBe('1 delivery to 1 destination')
    expect(figuresText(figures({}))).toBe('Nothing to send again')
  })

  it('say what is left out and why', () => {
    const leftOut = [
      { reason: 'closed' as const, count: 9 },
      { reason: 'delivered' as const, count: 5 },
    ]
    expect(leftOutText(figures({ leftOut }))).toBe('14 left out: 9 resolved or invalid, 5 delivered since')
    expect(leftOutText(figures({}))).toBeUndefined()
  })

  it.each([
    [0, null, 'as fast as the destinations take them'],
    [0, 60, 'at once at 60 a minute'],
    [1, 60, 'about 1 second at 60 a minute'],
    [75, 60, 'about 75 seconds at 60 a minute'],
    [211, 60, 'about 4 minutes at 60 a minute'],
    [6000, 1000, 'about 2 hours at 1,000 a minute'],
    [200_000, 10, 'about 2 days at 10 a minute'],
  ])('say how long %i seconds are at %s a minute', (seconds, perMinute, text) => {
    expect(paceText(seconds, perMinute)).toBe(text)
  })

  it('say how far it is', () => {
    const redrive = {
      id: 'x',
      total: 212,
      perMinute: 60,
      actorName: 'Ada',
      createdAt: '2026-03-01T12:00:00Z',
      delivered: 170,
      failed: 10,
      cancelled: 0,
      retrying: 2,
      pending: 30,
      held: 0,
      endsAt: null,
    }
    expect(progressText(redrive)).toBe('180 of 212 finished: 170 delivered, 10 failed')
    expect(progressText({ ...redrive, delivered: 0, failed: 0 })).toBe('0 of 212 finished')
  })
})
