import { systemClock } from '../lib/clock'
import { userCaller } from '../lib/domain/caller'
import { provideEnvironment } from '../lib/env'
import { runConsole } from '../lib/server/run'
import { TINES_PATH, TINES_SIGNING_SECRET, WEBHOOK_HOSTS } from './demo/destinations'
import { startReceiver } from './demo/receiver'
import { seedDemo } from './demo/seed'

const DATA = './data/demo'
const SLACK_PORT = 4101
const WEBHOOK_PORT = 4102
const EMAIL = 'demo@switchyard.local'
const PASSWORD = 'switchyard-demo'

/** Runs the console on demo data in a folder of its own, with two receivers in place of Slack, PagerDuty and Tines. */
async function demo() {
  if (process.env.DATABASE_URL) {
    throw new Error(
      'The demo has a database of its own and a password that everybody knows. Unset DATABASE_URL to run it.',
    )
  }
  const slack = await startReceiver({ name: 'Slack, as the demo has it', port: SLACK_PORT })
  const webhook = await startReceiver({
    name: 'Tines and PagerDuty, as the demo has them',
    port: WEBHOOK_PORT,
    signingSecrets: { [TINES_PATH]: TINES_SIGNING_SECRET },
  })
  provideEnvironment({
    // The password is known to everyone: only this machine may open the console.
    HOST: '127.0.0.1',
    SWITCHYARD_DATA: process.env.SWITCHYARD_DATA ?? DATA,
    SWITCHYARD_ADMIN_EMAIL: EMAIL,
    SWITCHYARD_ADMIN_PASSWORD: PASSWORD,
    SWITCHYARD_EGRESS_MAP: [
      `hooks.slack.com=${slack.url}`,
      `events.pagerduty.com=${webhook.url}`,
      `events.eu.pagerduty.com=${webhook.url}`,
      ...WEBHOOK_HOSTS.map((host) => `${host}=${webhook.url}`),
    ].join(),
    // For a webhook of one's own that posts to the receiver by its address.
    SWITCHYARD_EGRESS_ALLOW: webhook.host,
  })
  const { address } = await runConsole({
    isDevelopment: process.argv.includes('--dev'),
    report: print,
    beforeOpening: () =>
      seedDemo(userCaller({ id: 'demo', name: 'Demo data', email: EMAIL, role: 'Admin' }, systemClock.now())),
  })
  print(`
  Switchyard   ${address}
  Sign in      ${EMAIL}   ${PASSWORD}
  Slack        ${slack.url}   what arrives at Slack
  Tines        ${webhook.url}   what arrives at Tines and PagerDuty
`)
}

function print(line: string) {
  process.stdout.write(`${line}\n`)
}

demo().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
