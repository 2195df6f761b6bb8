import type { ReceivedRequest, ReceiverAnswer } from './received-request'

export type Vendor = 'slack' | 'pagerduty' | 'webhook'

/** Whose address this is, by the path that vendor's deliveries are posted to. */
export function vendorOf(path: string): Vendor {
  if (path.startsWith('/services/')) return 'slack'
  return path === '/v2/enqueue' ? 'pagerduty' : 'webhook'
}

/** What the vendor answers to a request it accepts. Sources: docs.slack.dev (incoming webhooks), developer.pagerduty.com (Events API v2). */
export function answerOfVendor({ path, body }: ReceivedRequest): ReceiverAnswer {
  switch (vendorOf(path)) {
    case 'slack':
      return { status: 200, headers: { 'content-type': 'text/html' }, body: 'ok' }
    case 'pagerduty':
      return json(202, { status: 'success', message: 'Event processed', dedup_key: dedupKeyOf(body) })
    case 'webhook':
      return json(200, { status: 'received' })
  }
}

function dedupKeyOf(body: string): string {
  const event = parseJson(body)
  if (typeof event !== 'object' || event === null || !('dedup_key' in event)) return 'none'
  return String(event.dedup_key)
}

/** The value that JSON text stands for, or `undefined` when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function json(status: number, value: object): ReceiverAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}
