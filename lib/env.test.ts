import { describe, expect, test } from 'vitest'
import { EnvironmentError, parseEnvironment } from './env'

describe('the environment', () => {
  test('has a default for everything', () => {
    expect(parseEnvironment({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      SWITCHYARD_DATA: './data',
      SWITCHYARD_EGRESS_ALLOW: [],
    })
  })

  test('takes an empty variable as one that is not set', () => {
    expect(parseEnvironment({ PORT: '', DATABASE_URL: '' })).toEqual(parseEnvironment({}))
  })

  test.each([
    ['PORT', 'seventy', /^PORT must be a port number; it was "seventy"\.$/],
    ['SWITCHYARD_URL', 'console.example.com', /^SWITCHYARD_URL must be an http or https address; it was/],
    ['SWITCHYARD_ADMIN_EMAIL', 'ada', /^SWITCHYARD_ADMIN_EMAIL must be an e-mail address; it was "ada"\.$/],
    ['SWITCHYARD_EGRESS_ALLOW', 'not a host', /^SWITCHYARD_EGRESS_ALLOW must be .*not a host/],
    ['SWITCHYARD_EGRESS_MAP', 'hooks.slack.com', /^SWITCHYARD_EGRESS_MAP must be .*hooks\.slack\.com/],
  ])('with a wrong %s names it, what it must be, and what it was', (name, value, message) => {
    expect(() => parseEnvironment({ [name]: value })).toThrow(EnvironmentError)
    expect(() => parseEnvironment({ [name]: value })).toThrow(message)
  })

  test.each(['SWITCHYARD_KEY', 'SWITCHYARD_ADMIN_PASSWORD', 'DATABASE_URL'])(
    'never shows what a wrong %s was',
    (name) => {
      expect(() => parseEnvironment({ [name]: 'hunter2' })).toThrow(EnvironmentError)
      expect(() => parseEnvironment({ [name]: 'hunter2' })).not.toThrow(/hunter2/)
    },
  )

  test('reads several keys, newest first, and refuses one of another length', () => {
    const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
    const { SWITCHYARD_KEY } = parseEnvironment({
      SWITCHYARD_KEY: `${first.toString('base64')},${second.toString('base64')}`,
    })
    expect(SWITCHYARD_KEY).toEqual([first, second])
    expect(() => parseEnvironment({ SWITCHYARD_KEY: Buffer.alloc(16).toString('base64') })).toThrow(/32 bytes/)
  })
})
