import type { AlertPayload } from '../../domain/alert'
import type { Severity } from '../../domain/severity'
import { toWellFormed, truncate } from '../kit/text'
import type { AlertMessage } from '../kit/types'

/** PagerDuty's limits: https://developer.pagerduty.com/docs/events-api-v2-overview. */
const MAX_SUMMARY = 1_024
const MAX_DEDUP_KEY = 255
/** The documented 512 KB, with room for whatever they count besides the body. */
export const MAX_EVENT_BYTES = 500 * 1_024

const SEVERITIES: Record<Severity, 'info' | 'warning' | 'error' | 'critical'> = {
  INFO: 'info',
  LOW: 'warning',
  MEDIUM: 'warning',
  HIGH: 'error',
  CRITICAL: 'critical',
}

function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host : 'switchyard'
}

function linksOf(link: string) {
  return URL.canParse(link) ? { client_url: link, links: [{ href: link, text: 'View in Switchyard' }] } : {}
}

function timestampOf(createdAt: string) {
  const milliseconds = Date.parse(createdAt)
  return Number.isNaN(milliseconds) ? {} : { timestamp: new Date(milliseconds).toISOString() }
}

function triggerOf(alert: AlertPayload, keys: { routing_key: string; dedup_key: string }) {
  return {
    ...keys,
    event_action: 'trigger',
    payload: {
      summary: truncate(alert.title.trim() || alert.name.trim() || alert.id.trim() || 'Alert', MAX_SUMMARY),
      severity: SEVERITIES[alert.severity],
      source: hostOf(alert.link),
      ...timestampOf(alert.createdAt),
      component: alert.id,
      class: alert.type,
      custom_details: alert,
    },
    client: 'Switchyard',
    ...linksOf(alert.link),
  }
}

/** An event's size in bytes, as it is sent. */
export function eventBytes(event: object): number {
  return Buffer.byteLength(JSON.stringify(event))
}

/**
 * An alert as an Events API v2 event: a trigger for firing and for a test, a resolve with the same key later. A context
 * that makes it too large is left out with a note; the event may still be too large, which is the caller's to see.
 */
export function toPagerDutyEvent({ event, alert, dedupKey }: AlertMessage, integrationKey: string) {
  const keys = { routing_key: integrationKey, dedup_key: truncate(dedupKey, MAX_DEDUP_KEY) }
  if (event === 'resolved') return { ...keys, event_action: 'resolve' }
  const wellFormed = toWellFormed(alert)
  const whole = triggerOf(wellFormed, keys)
  if (eventBytes(whole) <= MAX_EVENT_BYTES) return whole
  const note = 'Left out: the event would be over PagerDuty’s limit of 512 KB. Switchyard has the whole alert.'
  return triggerOf({ ...wellFormed, alertContext: { note } }, keys)
}
