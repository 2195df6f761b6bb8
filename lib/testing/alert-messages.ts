import { testAlert } from '../destinations/kit/test-alert'
import type { AlertMessage } from '../destinations/kit/types'
import type { AlertPayload } from '../domain/alert'

const CONSOLE_URL = 'https://switchyard.example.com'
const ALERT_ID = '0123456789abcdef0123456789abcdef'

/** The alert of a locked-out account; override what the test is about. */
export function anAlertPayload(given: Partial<AlertPayload> = {}): AlertPayload {
  return {
    id: 'Okta.User.LockedOut',
    createdAt: '2026-03-01T09:30:00.123456789Z',
    severity: 'LOW',
    type: 'RULE',
    link: `${CONSOLE_URL}/alerts/${ALERT_ID}`,
    title: 'Okta user jo@example.com was locked out',
    name: 'Okta User Locked Out',
    alertId: ALERT_ID,
    alertContext: { actor: 'Jo Doe', id: '00u1a2b3c4', attempts: 5, source: { ip: '198.51.100.4', country: 'NL' } },
    description: 'An account was locked after too many failed sign-ins.',
    runbook: 'Ask the person whether it was them, then unlock the account.',
    tags: ['identity', 'okta'],
    version: 'nUZtT1Yx0QGkY3v6xJcW8bE2sLr5aHdM',
    ...given,
  }
}

/** A delivery's message; override what the test is about. */
export function aMessage(given: Partial<AlertMessage> = {}): AlertMessage {
  return {
    event: 'firing',
    alert: anAlertPayload(),
    idempotencyKey: '5f0c6d1e-7c58-4c0a-9b0e-1d2f3a4b5c6d',
    dedupKey: `${ALERT_ID}:0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d`,
    sentAt: new Date('2026-03-01T09:30:05.000Z'),
    ...given,
  }
}

export function aTestMessage(): AlertMessage {
  const sentAt = new Date('2026-03-01T09:30:05.000Z')
  return aMessage({ event: 'test', alert: testAlert({ consoleUrl: CONSOLE_URL, now: sentAt }), sentAt })
}

const PLANES = Array.from({ length: 17 }, (_, plane) => String.fromCodePoint(plane * 0x10000 + 0x1f3))
const HOSTILE = '<!channel> <@U0123> @here *b* _i_ `c` ```d``` &amp; </script><img src=x> {{7*7}} \\"\u0000\u202e\r\n'

/** Alerts at the edges of what the console accepts: every type must send each as something its receiver takes. */
export function extremeAlerts(): Record<string, AlertPayload> {
  const astral = `${PLANES.join('')}\ud83d`.repeat(60)
  const everywhere = (text: string): Partial<AlertPayload> => ({
    id: text,
    title: text,
    name: text,
    description: text,
    runbook: text,
    tags: [text],
    alertContext: { [text]: text, list: [text, { [text]: [text] }] },
  })
  return {
    'a context of 200 KB in one value': anAlertPayload({ alertContext: { log: 'x<y&z '.repeat(33_000) } }),
    'a context of 200 KB in many keys': anAlertPayload({
      alertContext: Object.fromEntries(
        Array.from({ length: 6_000 }, (_, index) => [`key_${index}`, `value & ${index}`]),
      ),
    }),
    'texts of 1,000 characters': anAlertPayload(everywhere('<'.repeat(1_000))),
    'every Unicode plane and lone surrogates': anAlertPayload(everywhere(astral)),
    'a lone surrogate at each end': anAlertPayload(everywhere('\udc00 text \ud800')),
    'markup and mentions': anAlertPayload(everywhere(HOSTILE)),
    'nothing but what is compulsory': anAlertPayload({ ...everywhere(''), alertContext: {}, tags: [] }),
    'a time with seconds in its offset': anAlertPayload({ createdAt: '1937-01-01T12:00:27.87+00:19:32' }),
  }
}
