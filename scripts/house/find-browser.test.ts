import { expect, it } from 'vitest'
import { findBrowser } from './find-browser'

const found = (environment: Record<string, string>, ...there: string[]) =>
  findBrowser({ environment, isExecutable: (path) => there.includes(path) })

it('the browser named by CHROME_PATH comes first', () => {
  expect(found({ CHROME_PATH: '/opt/chrome', PATH: '/bin' }, '/bin/chromium', '/opt/chrome')).toBe('/opt/chrome')
})

it('a CHROME_PATH that leads nowhere is passed over', () => {
  expect(found({ CHROME_PATH: '/opt/gone', PATH: '/bin' }, '/bin/chromium')).toBe('/bin/chromium')
})

it('Chromium is looked for on the PATH before Chrome, and in /usr/bin even if that is not on it', () => {
  expect(found({ PATH: '/a:/b' }, '/a/google-chrome', '/b/chromium')).toBe('/b/chromium')
  expect(found({ PATH: '/a' }, '/usr/bin/chromium')).toBe('/usr/bin/chromium')
  expect(found({}, '/usr/bin/google-chrome')).toBe('/usr/bin/google-chrome')
})

it('there may be none', () => {
  expect(found({ PATH: '/a:/b' }, '/a/firefox')).toBeUndefined()
})
