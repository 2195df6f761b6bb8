import { describe, expect, it, test } from 'vitest'
import type { AlertPayload } from '../../domain/alert'
import { SEVERITIES } from '../../domain/severity'
import { aMessage, anAlertPayload, aTestMessage, extremeAlerts } from '../../testing/alert-messages'
import { conforms } from '../../testing/conforms'
import bodySchema from '../../testing/schemas/slack-incoming-webhook.schema.json'
import { slack } from '.'
import { toSlackMessage } from './message'
import { codeWithin, escapeWithin } from './text'

// In two parts, so that no scanner takes it for a webhook that works.
const WEBHOOK_URL = `https://hooks.slack.com/services/${'T00000000/B00000000/'}notarealtokenatall000000`

conforms(slack, {
  directory: import.meta.dirname,
  valid: { webhookUrl: WEBHOOK_URL, postsTo: '#security-alerts' },
  host: 'hooks.slack.com',
  accepted: { status: 200, body: 'ok' },
  falseSuccess: { status: 200, body: '{"ok":false,"error":"no_text"}' },
  notFound: 'gone',
  maxBodyBytes: 60_000,
  bodySchema,
})

/** Every text of a message, in order. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) =>
    ['text', 'fallback'].includes(key) && typeof item === 'string' ? [item] : textsOf(item),
  )
}

function textOf(alert: Partial<AlertPayload>): string {
  return textsOf(toSlackMessage(aMessage({ alert: anAlertPayload(alert) }))).join('\n')
}

describe('the address', () => {
  test.each(['https://hooks.slack.com/services/T/B/x', 'https://hooks.slack-gov.com/services/T/B/x'])(
    'may be %s',
    (webhookUrl) => {
      expect(slack.settings.safeParse({ webhookUrl }).success).toBe(true)
    },
  )

  test.each([
    'http://hooks.slack.com/services/T/B/x',
    'https://hooks.slack.com.example.com/services/T/B/x',
    'https://hooks.slack.com:8443/services/T/B/x',
    'https://hooks.slack.com/workflows/T/B/x',
    'https://hooks.slack.com/services/',
    'https://example.com/https://hooks.slack.com/services/T/B/x',
    'https:\\\\hooks.slack.com/services/T/B/x',
    'hooks.slack.com/services/T/B/x',
  ])('may not be %s', (webhookUrl) => {
    const message = 'A Slack webhook address starts with https://hooks.slack.com/services/.'
    expect(slack.settings.safeParse({ webhookUrl }).error?.issues).toMatchObject([{ path: ['webhookUrl'], message }])
  })
})

describe('the message', () => {
  test.each(Object.entries(extremeAlerts()))('stays within 12,000 characters: %s', (_, alert) => {
    for (const event of ['firing', 'test', 'resolved'] as const) {
      const length = textsOf(toSlackMessage(aMessage({ event, alert }))).join('').length
      expect(length).toBeLessThanOrEqual(12_000)
    }
  })

  it('lets no text of an alert become a mention, a link or the end of a code block', () => {
    const hostile = '<!channel> <@U1> ``` <https://evil.example|click> ` &'
    const message = toSlackMessage(
      aMessage({ alert: anAlertPayload({ id: hostile, title: hostile, alertContext: { [hostile]: hostile } }) }),
    )
    const mrkdwn = JSON.stringify(message).match(/"type":"mrkdwn","text":"(?:[^"\\]|\\.)*","verbatim":true/g) ?? []
    expect(mrkdwn).toHaveLength(JSON.stringify(message).split('"mrkdwn"').length - 1)
    for (const text of [...mrkdwn, message.text]) {
      expect(text.replace(/<!date\^\d+\^[^<>]*>/, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/)
    }
    expect(textOf({ alertContext: { [hostile]: hostile } }).split('```')).toHaveLength(3)
    expect(textOf({ id: hostile, alertContext: {} })).toMatch(/\*Detection\*\n`[^`]+`$/m)
  })

  test.each(SEVERITIES)('has a colour of its own for %s', (severity) => {
    const colors = SEVERITIES.map((each) => toSlackMessage(aMessage({ alert: anAlertPayload({ severity: each }) })))
    const own = toSlackMessage(aMessage({ alert: anAlertPayload({ severity }) })).attachments[0]?.color
    expect(colors.filter(({ attachments }) => attachments[0]?.color === own)).toHaveLength(1)
  })

  it('says so when something was left out, and only then', () => {
    const note = 'Shortened to fit Slack’s limits'
    expect(textOf({})).not.toContain(note)
    expect(textOf({ title: 'x'.repeat(151) })).toContain(note)
    expect(textOf({ description: 'x'.repeat(1_001) })).toContain(note)
    expect(textOf({ runbook: 'x'.repeat(2_001) })).toContain(note)
    expect(textOf({ alertContext: { long: 'x'.repeat(301) } })).toContain(note)
    expect(textOf({ alertContext: { ['k'.repeat(81)]: 'x' } })).toContain(note)
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`key${index}`, 'value']))
    expect(textOf({ alertContext: many })).toContain(note)
  })

  it('shows the context one line per key', () => {
    expect(textOf({ alertContext: { actor: 'Jo\nDoe', n: 5, source: { ip: '::1' }, none: null } })).toContain(
      '```actor: Jo Doe\nn: 5\nsource: {"ip":"::1"}\nnone: null```',
    )
  })

  it('leaves out what the alert does not have', () => {
    const text = textOf({ alertContext: {}, description: '', runbook: ' ' })
    expect(text).not.toMatch(/Alert context|Runbook/)
  })

  it('falls back to the detection’s name where there is no title', () => {
    expect(textOf({ title: '  ' })).toMatch(/^Low: Okta User Locked Out$/m)
  })

  it('links to the alert, and has no button where the link is no address', () => {
    const messageWith = (link: string) => JSON.stringify(toSlackMessage(aMessage({ alert: anAlertPayload({ link }) })))
    expect(messageWith('https://switchyard.example.com/alerts/1')).toContain(
      '"url":"https://switchyard.example.com/alerts/1"',
    )
    for (const link of ['nowhere', `https://switchyard.example.com/${'x'.repeat(3_000)}`]) {
      expect(messageWith(link)).not.toContain('"button"')
    }
  })

  it('says that a test is one, and that a resolved alert is resolved', () => {
    expect(textsOf(toSlackMessage(aTestMessage()))).toContain('This is a test sent from Switchyard.')
    const resolved = toSlackMessage(aMessage({ event: 'resolved' }))
    expect(resolved.text).toBe('Low: Resolved: Okta user jo@example.com was locked out')
    expect(textsOf(resolved).join()).not.toContain('Alert context')
  })
})

describe('escaping', () => {
  it('changes the three signs Slack reads and no other', () => {
    expect(escapeWithin(`<a> & "b" 'c' *d*`, 100)).toBe(`&lt;a&gt; &amp; "b" 'c' *d*`)
  })

  it('never cuts inside an entity or a surrogate pair, at any limit', () => {
    const text = '<&>😀'.repeat(5)
    for (let limit = 1; limit < 90; limit++) {
      const cut = escapeWithin(text, limit)
      expect(cut.length).toBeLessThanOrEqual(limit)
      expect(cut).toMatch(/^(?:&lt;|&gt;|&amp;|😀)*…?$/u)
    }
  })

  it('takes the backticks from code', () => {
    expect(codeWithin('a`b```c', 20)).toBe("a'b'''c")
  })
})

it('shows where it posts, or else Slack’s host', () => {
  expect(slack.target({ webhookUrl: WEBHOOK_URL, postsTo: '#security-alerts' })).toBe('#security-alerts')
  expect(slack.target({ webhookUrl: WEBHOOK_URL })).toBe('hooks.slack.com')
})
