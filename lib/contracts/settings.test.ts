import { expect, test } from 'vitest'
import { GeneralSettingsInput } from './settings'

const settings = {
  displayName: 'Switchyard',
  consoleUrl: '',
  emptyDynamicList: 'continue',
  retentionDays: 30,
  alertLimit: 1000,
  version: 1,
}

test.each([
  ['retentionDays', 1],
  ['retentionDays', 3650],
  ['alertLimit', 10],
  ['alertLimit', 1_000_000],
])('%s may be %d', (name, value) => {
  expect(GeneralSettingsInput.parse({ ...settings, [name]: value })).toMatchObject({ [name]: value })
})

test.each([
  ['retentionDays', 0],
  ['retentionDays', 3651],
  ['retentionDays', 1.5],
  ['retentionDays', Number.NaN],
  ['alertLimit', 9],
  ['alertLimit', 1_000_001],
])('%s may not be %d, and is told what it may be', (name, value) => {
  const { error } = GeneralSettingsInput.safeParse({ ...settings, [name]: value })
  expect(error?.issues).toMatchObject([{ path: [name], message: expect.stringMatching(/^A whole number from \d/) }])
})
