import { type Html, html } from './html'

type Fields = Readonly<Record<string, unknown>>

const asFields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {})
const asList = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(asFields) : [])

/** A Slack message roughly as Slack draws it: enough to see what a reader would. */
export function drawSlackMessage(message: unknown): Html {
  const { blocks, attachments } = asFields(message)
  return html`<div class="slack" role="img" aria-label="The message as Slack draws it">${asList(blocks).map(drawBlock)}${asList(
    attachments,
  ).map(drawAttachment)}</div>`
}

function drawAttachment({ color, blocks }: Fields): Html {
  const bar = /^#[0-9A-Fa-f]{6}$/.test(String(color)) ? String(color) : '#999999'
  return html`<div class="attachment" style="border-color:${bar}">${asList(blocks).map(drawBlock)}</div>`
}

function drawBlock({ type, text, fields, elements }: Fields): Html {
  switch (type) {
    case 'header':
      return html`<p class="title">${textOf(text)}</p>`
    case 'section':
      return Array.isArray(fields)
        ? html`<div class="fields">${asList(fields).map((field) => html`<p>${textOf(field)}</p>`)}</div>`
        : html`<p>${textOf(text)}</p>`
    case 'context':
      return html`<p class="context">${asList(elements).map(textOf)}</p>`
    case 'actions':
      return html`<p>${asList(elements).map((element) => html`<span class="button">${textOf(element.text)}</span>`)}</p>`
    default:
      return html`<p class="context">A block of type ${type}</p>`
  }
}

function textOf(value: unknown): Html {
  const { type, text } = asFields(value)
  if (type !== 'mrkdwn') return html`${text}`
  return drawMrkdwn(withoutEscapes(String(text)))
}

const MRKDWN = /```(?<block>[\s\S]*?)```|`(?<code>[^`]+)`|\*(?<bold>[^*\n]+)\*|<!date\^[^|>]*\|(?<date>[^>]*)>/g

function drawMrkdwn(text: string): Html {
  const parts: Html[] = []
  let end = 0
  for (const match of text.matchAll(MRKDWN)) {
    const { block, code, bold, date } = match.groups ?? {}
    parts.push(html`${text.slice(end, match.index)}`)
    if (block !== undefined) parts.push(html`<code class="block">${block}</code>`)
    else if (code !== undefined) parts.push(html`<code>${code}</code>`)
    else if (bold !== undefined) parts.push(html`<b>${bold}</b>`)
    else parts.push(html`${date}`)
    end = match.index + match[0].length
  }
  return html`${parts}${text.slice(end)}`
}

// Slack's own escapes, undone as its client does; what is drawn is escaped again as HTML.
function withoutEscapes(text: string): string {
  return text.replace(/&(lt|gt|amp);/g, (_, name) => ({ lt: '<', gt: '>', amp: '&' })[String(name)] ?? '')
}
