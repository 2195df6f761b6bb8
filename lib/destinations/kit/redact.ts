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
  const oneLine = secret.trim().replace(/\s+/g, ' ')
  const parts = [
    secret,
    oneLine,
    secret.slice(secret.indexOf(' ') + 1),
    secret.replace(/^whsec_/, ''),
    ...basicParts(secret),
  ]
  if (/^https?:\/\//i.test(secret) && URL.canParse(secret)) {
    const url = new URL(secret)
    const tokens = [
      ...url.pathname.split('/').flatMap((part) => [part, decoded(part)]),
      ...[...url.searchParams].flat(),
    ]
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

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // Not percent-encoded after all: it is what it looks like.
    return part
  }
}

/** The pair that a Basic credential encodes, and its password: what a receiver that decoded it would quote. */
function basicParts(secret: string): string[] {
  const encoded = /^Basic\s+(\S+)$/i.exec(secret.trim())?.[1]
  if (encoded === undefined) return []
  const pair = Buffer.from(encoded, 'base64').toString()
  return [pair, pair.slice(pair.indexOf(':') + 1)]
}

/** How escapers write the two quotes; `&`, `<` and `>` they all name. */
const HTML_QUOTES = [
  { double: '"', single: "'" },
  { double: '&quot;', single: "'" },
  { double: '&quot;', single: '&#39;' },
  { double: '&quot;', single: '&#x27;' },
  { double: '&#34;', single: '&#39;' },
]

function htmlForms(part: string): string[] {
  const named = part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return HTML_QUOTES.map(({ double, single }) => named.replaceAll('"', double).replaceAll("'", single))
}

function encodingsOf(part: string): string[] {
  const text = toWellFormed(part)
  const percent = encodeURIComponent(text)
  const json = JSON.stringify(part).slice(1, -1)
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
    ...htmlForms(part),
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

/** The beginning of a variant, where the text was cut in the middle of it: at its end, or before an ellipsis. */
function findCut(text: string, variant: string): Span[] {
  if (variant.length <= MIN_CUT_LENGTH) return []
  return findAll(text, variant.slice(0, MIN_CUT_LENGTH)).flatMap(({ start, end: headEnd }) => {
    let end = headEnd
    while (end < text.length && text[end] === variant[end - start]) end++
    return end === text.length || text.startsWith('…', end) || text.startsWith('...', end) ? [{ start, end }] : []
  })
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
    (variant) => variant.length >= MIN_SECRET_LENGTH,
  )
  // Nearly every text holds none of them: one look for their beginnings says so.
  const beginnings = variants.map((variant) => escapeRegExp(variant.slice(0, MIN_CUT_LENGTH)))
  const beginning = new RegExp(beginnings.join('|') || '$^')
  return (text) =>
    beginning.test(text)
      ? maskSpans(
          text,
          variants.flatMap((variant) => [...findAll(text, variant), ...findCut(text, variant)]),
        )
      : text
}

const escapeRegExp = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
