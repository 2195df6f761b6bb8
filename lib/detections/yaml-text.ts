import { Document, Scalar, stringify } from 'yaml'

/** What a key of the file can be set to. */
export type NewValue = string | number | boolean | readonly string[]

/** How a text was written, so that the next one is written alike. */
export type TextStyle = { type?: Scalar.Type | null; isOneLine?: boolean }

const ONE_PER_LINE = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER } as const
/** What a block scalar would lose or the eye would miss: control characters, odd line ends, trailing blank lines. */
const NEEDS_QUOTES = /[^\P{Cc}\n]|[\u2028\u2029\uFEFF]|\n[ \t]*\n[ \t]*$|^\s*$/u

/** A scalar node in the style asked for, or in the nearest one that keeps every character. */
export function scalarOf(value: string | number | boolean, { type, isOneLine }: TextStyle = {}): Scalar {
  const scalar: Scalar = new Scalar(value)
  if (typeof value !== 'string') return scalar
  const hasLines = value.includes('\n')
  if (NEEDS_QUOTES.test(value) || (hasLines && isOneLine)) scalar.type = Scalar.QUOTE_DOUBLE
  else if (type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED) {
    scalar.type = value.trimEnd().includes('\n') ? Scalar.BLOCK_LITERAL : type
  } else if (!hasLines && (type === Scalar.QUOTE_SINGLE || type === Scalar.QUOTE_DOUBLE)) scalar.type = type
  return scalar
}

/** `Key: value` lines for what is given, in order, without a line end at the end. */
export function mappingText(values: Readonly<Record<string, unknown>>, indentSeq = true): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  const styled = given.map(([key, value]) => [key, styledValue(value)])
  return withoutLineEnd(new Document(Object.fromEntries(styled)).toString({ ...ONE_PER_LINE, indentSeq }))
}

function styledValue(value: unknown): unknown {
  if (typeof value === 'string') return scalarOf(value)
  if (!Array.isArray(value)) return value
  return value.map((entry) => (typeof entry === 'string' ? scalarOf(entry, { isOneLine: true }) : entry))
}

/** What follows `Key: ` for a scalar: one line, or a block with its lines indented by two. */
export function valueText(scalar: Scalar): string {
  return withoutLineEnd(new Document({ K: scalar }).toString(ONE_PER_LINE)).slice('K: '.length)
}

/** A list as `[a, b]`, with or without inner padding. */
export function flowListText(list: readonly string[], isPadded: boolean): string {
  const scalars = list.map((entry) => scalarOf(entry, { isOneLine: true }))
  const options = { ...ONE_PER_LINE, collectionStyle: 'flow', flowCollectionPadding: isPadded } as const
  return withoutLineEnd(stringify(scalars, options))
}

/** One `- entry` line. */
export function listEntryText(entry: string): string {
  return withoutLineEnd(stringify([scalarOf(entry, { isOneLine: true })], ONE_PER_LINE))
}

function withoutLineEnd(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text
}
