import type { AlertPayload } from '../../domain/alert'
import { ALERT_TYPE_LABELS } from '../../domain/alert-type'
import type { Severity } from '../../domain/severity'
import { toWellFormed, truncate } from '../kit/text'
import type { AlertMessage } from '../kit/types'
import { contextLines } from './context-lines'
import { codeWithin, escapeWithin } from './text'

/**
 * Slack's limits: https://docs.slack.dev/reference/block-kit/blocks. The parts below add up to less than the 12,000
 * characters that a whole message may have; above about 13,000 Slack refuses it with `msg_blocks_too_long`.
 */
const MAX_HEADER = 150
const MAX_FALLBACK = 300
const MAX_ID = 200
const MAX_DESCRIPTION = 1_000
const MAX_CONTEXT = 2_900
const MAX_RUNBOOK = 2_000
const MAX_BUTTON_URL = 3_000

const SEVERITY_LABELS: Record<Severity, string> = {
  INFO: 'Info',
  LOW: 'Low',
  MEDIUM: 'Medium',
  HIGH: 'High',
  CRITICAL: 'Critical',
}
const COLORS: Record<Severity, string> = {
  INFO: '#4A90D9',
  LOW: '#2EB67D',
  MEDIUM: '#ECB22E',
  HIGH: '#E8730C',
  CRITICAL: '#D0021B',
}
const RESOLVED_COLOR = '#2EB67D'

// `verbatim` keeps Slack from turning `@here` or a name in the text into a mention.
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true })
const plainText = (text: string) => ({ type: 'plain_text', text, emoji: false })
const section = (text: object) => ({ type: 'section', text })

function titleOf({ event, alert }: AlertMessage): string {
  const title = toWellFormed(alert.title.trim() || alert.name.trim() || alert.id.trim() || 'Alert')
  return event === 'resolved' ? `Resolved: ${title}` : title
}

/** A time in each reader's own zone; what was sent, where it is no date. */
function timeText(createdAt: string): string {
  const milliseconds = Date.parse(createdAt)
  const fallback = escapeWithin(createdAt.replaceAll('|', ' '), 60)
  if (Number.isNaN(milliseconds)) return fallback
  return `<!date^${Math.floor(milliseconds / 1_000)}^{date_short_pretty} {time_secs}|${fallback}>`
}

function facts(alert: AlertPayload) {
  return {
    type: 'section',
    fields: [
      mrkdwn(`*Severity*\n${SEVERITY_LABELS[alert.severity]}`),
      mrkdwn(`*Alert type*\n${ALERT_TYPE_LABELS[alert.type]}`),
      mrkdwn(`*Detection*\n\`${codeWithin(alert.id, MAX_ID) || '-'}\``),
      mrkdwn(`*Time*\n${timeText(alert.createdAt)}`),
    ],
  }
}

/** Description, context and runbook, each only where there is one, and whether any of them was shortened. */
function details({ description, alertContext, runbook }: AlertPayload) {
  const context = contextLines(alertContext, MAX_CONTEXT)
  const blocks: object[] = []
  if (description.trim() !== '') blocks.push(section(plainText(truncate(toWellFormed(description), MAX_DESCRIPTION))))
  if (context.text !== '') blocks.push(section(mrkdwn(`*Alert context*\n\`\`\`${context.text}\`\`\``)))
  if (runbook.trim() !== '') {
    blocks.push(section(mrkdwn('*Runbook*')), section(plainText(truncate(toWellFormed(runbook), MAX_RUNBOOK))))
  }
  const isShortened = description.length > MAX_DESCRIPTION || context.isShortened || runbook.length > MAX_RUNBOOK
  return { blocks, isShortened }
}

function notes(event: AlertMessage['event'], isShortened: boolean): object[] {
  const texts = [
    ...(event === 'test' ? ['This is a test sent from Switchyard.'] : []),
    ...(isShortened ? ['Shortened to fit Slack’s limits. Switchyard has the whole alert.'] : []),
  ]
  return texts.length === 0 ? [] : [{ type: 'context', elements: texts.map(plainText) }]
}

function viewButton(link: string): object[] {
  if (!URL.canParse(link) || link.length > MAX_BUTTON_URL) return []
  return [{ type: 'actions', elements: [{ type: 'button', text: plainText('View in Switchyard'), url: link }] }]
}

/** An alert as the body of an incoming webhook: title, a bar in the severity's colour, and what a responder needs first. */
export function toSlackMessage(message: AlertMessage) {
  const { event, alert } = message
  const title = titleOf(message)
  const { blocks, isShortened } = event === 'resolved' ? { blocks: [], isShortened: false } : details(alert)
  const isTitleCut = title.length > MAX_HEADER
  const fallback = escapeWithin(`${SEVERITY_LABELS[alert.severity]}: ${title}`, MAX_FALLBACK)
  return {
    text: fallback,
    blocks: [{ type: 'header', text: plainText(truncate(title, MAX_HEADER)) }],
    attachments: [
      {
        color: event === 'resolved' ? RESOLVED_COLOR : COLORS[alert.severity],
        fallback,
        blocks: [facts(alert), ...blocks, ...notes(event, isShortened || isTitleCut), ...viewButton(alert.link)],
      },
    ],
    unfurl_links: false,
    unfurl_media: false,
  }
}
