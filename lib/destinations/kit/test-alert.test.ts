import { expect, it } from 'vitest'
import { testAlert } from './test-alert'

it('a test alert is of no detection, weak, and links to the console', () => {
  const alert = testAlert({ consoleUrl: 'https://switchyard.example.com', now: new Date('2026-03-01T00:00:00Z') })
  expect(alert).toMatchObject({
    id: 'Test.Alert',
    alertId: 'Test.Alert',
    createdAt: '2026-03-01T00:00:00.000Z',
    severity: 'INFO',
    type: 'RULE',
    title: 'This is a Test Alert',
    name: 'Test Alert',
    link: 'https://switchyard.example.com',
    alertContext: {},
    tags: ['test'],
  })
})

it('a test alert takes another severity and type where they are given', () => {
  const given = { severity: 'CRITICAL', alertType: 'SYSTEM_ERROR' } as const
  const alert = testAlert({ ...given, consoleUrl: 'https://x.example', now: new Date(0) })
  expect(alert).toMatchObject({ severity: 'CRITICAL', type: 'SYSTEM_ERROR' })
})
