import { describe, expect, test } from 'vitest'
import { createSchedule, type Job } from './schedule'

/** A schedule on a clock that stands still unless told; `log` is what it did, in order. */
function aSchedule(...jobs: Job[]) {
  const clock = { ms: 0 }
  const log: unknown[] = []
  const schedule = createSchedule(jobs, {
    monotonic: () => clock.ms,
    did: (name, count) => log.push([name, count]),
    failed: (name, error) => log.push([name, error]),
  })
  return { clock, log, runDue: schedule.runDue }
}

const aJob = (step: Job['step'], everySeconds = 60): Job => ({ name: 'sweep', everySeconds, step })

describe('a schedule', () => {
  test('runs a job at once, then when its time has come, and not in between', async () => {
    const { clock, log, runDue } = aSchedule(aJob(async () => ({ done: 3, isMore: false })))
    await runDue()
    await runDue()
    clock.ms = 59_999
    await runDue()
    expect(log).toEqual([['sweep', 3]])
    clock.ms = 60_000
    await runDue()
    expect(log).toHaveLength(2)
  })

  test('goes on with a job that has more to do, and tells of the whole run', async () => {
    let left = 4
    const { log, runDue } = aSchedule(aJob(async () => ({ done: 500, isMore: --left > 0 })))
    await runDue()
    expect(log).toEqual([['sweep', 2000]])
  })

  test('gives way after a second and goes on with the next call', async () => {
    let steps = 0
    const { clock, log, runDue } = aSchedule(
      aJob(async () => {
        clock.ms += 400
        return { done: 1, isMore: ++steps < 5 }
      }),
    )
    await runDue()
    expect([steps, log]).toEqual([3, []])
    await runDue()
    expect([steps, log]).toEqual([5, [['sweep', 5]]])
  })

  test('tries a job that failed again within a minute, and runs the others', async () => {
    const broken = new Error('the database is away')
    const { clock, log, runDue } = aSchedule(
      aJob(async () => {
        throw broken
      }, 3600),
      { ...aJob(async () => ({ done: 1, isMore: false }), 3600), name: 'other' },
    )
    await runDue()
    expect(log).toEqual([
      ['sweep', broken],
      ['other', 1],
    ])
    clock.ms = 60_000
    await runDue()
    expect(log.slice(2)).toEqual([['sweep', broken]])
  })

  test('does not tell of a run that found nothing', async () => {
    const { log, runDue } = aSchedule(aJob(async () => ({ done: 0, isMore: false })))
    await runDue()
    expect(log).toEqual([])
  })
})
