import { expect } from '@playwright/test'
import type { ReceivedRequest } from '../../scripts/demo/received-request'
import { type Receiver, startReceiver } from '../../scripts/demo/receiver'

const NAMES = ['slack', 'webhook', 'pagerduty'] as const
export type ReceiverName = (typeof NAMES)[number]
export type Receivers = Record<ReceiverName, Receiver>

/** A receiver as a test uses it. */
export type ExpectingReceiver = Pick<Receiver, 'url' | 'answerNext'> & {
  /** Waits for a request that `matches`, and counts it as expected. */
  expectRequest(matches?: (request: ReceivedRequest) => boolean): Promise<ReceivedRequest>
  /** Requests of this test that nobody expected. */
  unexpected(): ReceivedRequest[]
}

/** The hosts that lead to a receiver, and the variables that tell a console so. */
export async function startReceivers(): Promise<{
  receivers: Receivers
  variables: Record<string, string>
  stop(): Promise<void>
}> {
  const [slack, webhook, pagerduty] = await Promise.all([
    startReceiver({ name: 'Slack', port: 0 }),
    startReceiver({ name: 'Webhook', port: 0 }),
    startReceiver({ name: 'PagerDuty', port: 0 }),
  ])
  return {
    receivers: { slack, webhook, pagerduty },
    variables: {
      SWITCHYARD_EGRESS_MAP: [
        `hooks.slack.com=${slack.url}`,
        `events.pagerduty.com=${pagerduty.url}`,
        `hooks.example.com=${webhook.url}`,
        `other.example.com=${webhook.url}`,
      ].join(),
      SWITCHYARD_EGRESS_ALLOW: webhook.host,
    },
    async stop() {
      await Promise.all([slack.stop(), webhook.stop(), pagerduty.stop()])
    },
  }
}

/** `receiver` from now on: what arrived before is none of this test's. */
export function expecting(receiver: Receiver): ExpectingReceiver {
  const last = receiver.requests.at(-1)?.id ?? 0
  const expected = new Set<number>()
  const open = () => receiver.requests.filter(({ id }) => id > last && !expected.has(id))
  return {
    url: receiver.url,
    answerNext: receiver.answerNext,
    async expectRequest(matches = () => true) {
      await expect.poll(() => open().some(matches), 'a request arrives').toBe(true)
      const request = open().find(matches)
      if (!request) throw new Error('The request went away.')
      expected.add(request.id)
      return request
    },
    unexpected: open,
  }
}
