import { toWellFormed } from './text'

export const MASK = '••••••'

/** Shorter ones are in every text by chance. */
const MIN_SECRET_LENGTH = 4
/** How much of a secret's beginning is one, where a text was cut short in the middle of it. */
const MIN_CUT_LENGTH = 8
/** A part of an address as long as this is taken for a token. */
const MIN_TOKEN_LENGTH = 8

/** What of a secret gives it away alone: a receiver often quotes the path it was called at, or a token without its scheme. */
function partsOf(secret: string): string[] {
  const parts = [secret, secret.trim(), secret.slice(secret.indexOf(' ') + 1), secret.replace(/^whsec_/, '')]
  if (/^https?:\/\//i.test(secret) && URL.canParse(secret)) {
    const url = new URL(secret)
    const tokens = [...url.pathname.split('/'), ...url.searchParams.values()]
    parts.push(
      url.href,
      url.pathname,
      url.pathname + url.search,
      ...tokens.filter((token) => token.length >= MIN_TOKEN_LENGTH),
    )
  }
  // No variant may hold the mask's own character: a second pass would find secrets in what the first one wrote.
  return parts.flatMap((part) => part.split('•'))
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function nameHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function encodingsOf(part: string): string[] {
  const text = toWellFormed(part)
  const percent = encodeURIComponent(text)
  const json = JSON.stringify(part).slice(1, -1)
  const named = nameHtml(part)
  const bytes = Buffer.from(text)
  return [
    part,
    text,
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    percent.replaceAll('%20', '+'),
    encodeURI(text),
    json,
    json.replaceAll('/', '\\/'),
    escapeHtml(part),
    named,
    named.replaceAll('"', '&quot;'),
    named.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    named.replaceAll('"', '&quot;').replaceAll("'", '&#x27;'),
    named.replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
    bytes.toString('base64'),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
  ]
}

type Span = { start: number; end: number }

function findAll(text: string, variant: string): Span[] {
  const spans: Span[] = []
  for (let start = text.indexOf(variant); start !== -1; start = text.indexOf(variant, start + 1)) {
    spans.push({ start, end: start + variant.length })
  }
  return spans
}

/** The beginning of a variant right before `end`, where the text was cut. */
function findCut(text: string, end: number, variant: string): Span[] {
  for (let length = Math.min(variant.length - 1, end); length >= MIN_CUT_LENGTH; length--) {
    if (text.startsWith(variant.slice(0, length), end - length)) return [{ start: end - length, end }]
  }
  return []
}

function cutsOf(text: string): number[] {
  return [...text.matchAll(/…|\.\.\.|$/g)].map(({ index }) => index)
}

function maskSpans(text: string, spans: Span[]): string {
  let masked = ''
  let position = 0
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    if (start > position || (start === position && !masked.endsWith(MASK))) masked += text.slice(position, start) + MASK
    position = Math.max(position, end)
  }
  return masked + text.slice(position)
}

/**
 * A function that replaces every secret of four characters or more in a text by a mask: as it is, percent-encoded,
 * escaped for JSON or HTML, in base64, and where the text was cut in the middle of it. Of an address, the origin stays.
 */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const variants = [...new Set(secrets.flatMap(partsOf).flatMap(encodingsOf))].filter(
    (variant) => variant.length >= MIN_SECRET_LENGTH && !variant.includes('•'),
  )
  return (text) => {
    const cuts = cutsOf(text)
    const spans = variants.flatMap((variant) => [
      ...findAll(text, variant),
      ...cuts.flatMap((cut) => findCut(text, cut, variant)),
    ])
    return maskSpans(text, spans)
  }
}
