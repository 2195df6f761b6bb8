import { randomUUID } from 'node:crypto'
import { test as base, expect } from '@playwright/test'
import { type Given, startGiven } from './house/given'
import { type ExpectingReceiver, expecting, type ReceiverName, type Receivers, startReceivers } from './house/receivers'
import { type StorageState, signedIn } from './house/signed-in'
import { type RunningConsole, START_TIMEOUT_MS, startConsole } from './house/start-console'
import { type PageProblems, watchPage } from './house/watch-page'

export { expect } from '@playwright/test'

export const ADMINISTRATOR = { email: 'ada@example.com', password: 'correct-horse-battery' }

export const SIGNED_OUT = { cookies: [], origins: [] }

type TestFixtures = {
  receivers: Record<ReceiverName, ExpectingReceiver>
  /** Names the problems that this test's page is meant to have: each must occur. */
  expectProblem(pattern: RegExp): void
  problems: { expected: RegExp[]; watched: PageProblems[] }
}

type WorkerFixtures = {
  running: { console: RunningConsole; receivers: Receivers; given: Given }
  /** The console that this worker's tests share. */
  console: RunningConsole
  given: Given
  session: StorageState
}

/** A page signed in as the administrator, on a console of this worker's own, that may do nothing wrong. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  running: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const { receivers, variables, stop } = await startReceivers()
      const console = await startConsole({
        ...variables,
        SWITCHYARD_ADMIN_EMAIL: ADMINISTRATOR.email,
        SWITCHYARD_ADMIN_PASSWORD: ADMINISTRATOR.password,
      })
      const given = startGiven(console, variables)
      await use({ console, receivers, given })
      given.stop()
      await console.stop()
      await stop()
    },
    { scope: 'worker', timeout: START_TIMEOUT_MS },
  ],

  console: [({ running }, use) => use(running.console), { scope: 'worker' }],
  given: [({ running }, use) => use(running.given), { scope: 'worker' }],

  session: [
    async ({ browser, console }, use) => use(await signedIn(browser, console, ADMINISTRATOR)),
    { scope: 'worker' },
  ],

  baseURL: ({ console }, use) => use(console.url),
  storageState: ({ session }, use) => use(session),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  problems: async ({}, use) => {
    const problems = { expected: [], watched: [] } as TestFixtures['problems']
    await use(problems)
    const found = problems.watched.flatMap((watched) => watched.found)
    const isExpected = (problem: string) => problems.expected.some((pattern) => pattern.test(problem))
    expect(found.filter((problem) => !isExpected(problem))).toEqual([])
    expect(problems.expected.filter((pattern) => !found.some((problem) => pattern.test(problem)))).toEqual([])
  },

  expectProblem: ({ problems }, use) =>
    use((pattern) => {
      problems.expected.push(pattern)
    }),

  context: async ({ context, problems }, use) => {
    context.on('page', (page) => problems.watched.push(watchPage(page)))
    await use(context)
  },

  receivers: [
    async ({ running }, use) => {
      const receivers = {
        slack: expecting(running.receivers.slack),
        webhook: expecting(running.receivers.webhook),
        pagerduty: expecting(running.receivers.pagerduty),
      }
      await use(receivers)
      await running.given.noDestination()
      for (const [name, receiver] of Object.entries(receivers)) {
        expect(receiver.unexpected(), `nothing unexpected arrives at ${name}`).toEqual([])
      }
    },
    { auto: true },
  ],
})

/** A name that no other test has. */
export const unique = (name: string) => `${name} ${randomUUID().slice(0, 8)}`
