import { isMap, isScalar, isSeq, type Pair, parseDocument, Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { KEYS } from './keys'
import { rewriteKey } from './yaml-rewrite'
import { PARSE_OPTIONS } from './yaml-source'
import { flowListText, listEntryText, mappingText, type NewValue, scalarOf, valueText } from './yaml-text'

/** The place of a key in the order of Panther's own files. */
const ORDER: readonly string[] = [...KEYS.keys()]

/**
 * Sets one top-level key of a YAML mapping, or removes it for `undefined`, leaving every other character of the text as it
 * is where the layout allows (block style from column one); otherwise the whole text is written anew with its comments.
 */
export function changeKey(text: string, key: string, value: NewValue | undefined): string {
  const isCrlf = /\r\n/.test(text) && !/(?<!\r)\n/.test(text)
  const lf = isCrlf ? text.replaceAll('\r\n', '\n') : text
  const inPlace = changeInPlace(lf, key, value)
  const isSound = inPlace !== undefined && meaning(inPlace, key) === meaning(lf, key, { value })
  const changed = isSound ? inPlace : rewriteKey(lf, key, value)
  return isCrlf ? changed.replaceAll('\n', '\r\n') : changed
}

/** Everything a text says, and what one key is set to; an edit that moved a comment into a value would show here. */
function meaning(text: string, key: string, wanted?: { value: NewValue | undefined }): string | undefined {
  const doc = parseDocument(text, PARSE_OPTIONS)
  if (doc.errors.length > 0) return undefined
  try {
    const { [key]: found, ...others } = doc.toJS() as Record<string, unknown>
    return JSON.stringify([wanted === undefined ? found : wanted.value, Object.entries(others).sort()])
  } catch (error) {
    // An alias whose anchor went with the old value.
    if (error instanceof ReferenceError) return undefined
    throw error
  }
}

function changeInPlace(text: string, key: string, value: NewValue | undefined): string | undefined {
  const root = parseDocument(text, PARSE_OPTIONS).contents
  if (!isMap(root) || root.flow || !isLineStart(text, root.range?.[0] ?? 0)) return undefined
  const pair = root.items.find((item) => isScalar(item.key) && item.key.value === key) as Pair | undefined
  if (pair === undefined) return value === undefined ? text : insertKey(text, root as YAMLMap, key, value)
  if (!isLineStart(text, startOf(pair.key))) return undefined
  if (value === undefined) return removeKey(text, pair)
  if (isSeq(pair.value)) return replaceList(text, pair.value, value as readonly string[])
  return replaceScalar(text, pair, value as string | number | boolean)
}

function insertKey(text: string, root: YAMLMap, key: string, value: NewValue): string {
  const before = ORDER.slice(0, ORDER.indexOf(key)).reverse()
  const previous = before.flatMap(
    (name) => root.items.find((item) => isScalar(item.key) && item.key.value === name) ?? [],
  )[0]
  const at = lineEnd(text, contentEnd(text, previous?.value ?? root))
  const fragment = mappingText({ [key]: value }, !/^- /m.test(text))
  return splice(text, at, at, `\n${fragment}`)
}

function removeKey(text: string, pair: Pair): string {
  return splice(text, startOf(pair.key), lineEnd(text, contentEnd(text, pair.value)) + 1, '')
}

function replaceScalar(text: string, pair: Pair, value: string | number | boolean): string | undefined {
  if (!isScalar(pair.value)) return undefined
  const { type } = pair.value
  const [start = 0, end = 0] = pair.value.range ?? []
  const colon = text.indexOf(':', endOf(pair.key)) + 1
  const between = text.slice(colon, start)
  if (/[^\s]/.test(between)) return undefined
  const isBlock = type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED
  const stop = lineEnd(text, isBlock ? contentEnd(text, pair.value) : end)
  const comment = isBlock ? headerComment(text, start) : text.slice(end, stop)
  const rendered = valueText(scalarOf(value, { type }))
  const [first, ...rest] = rendered.split('\n')
  const lead = between === '' || between.includes('\n') ? ' ' : between
  const lines = [`${lead}${first}${comment}`, ...rest]
  return splice(text, colon, stop, lines.join('\n') + (rest.length > 0 && stop === text.length ? '\n' : ''))
}

function replaceList(text: string, old: YAMLSeq, list: readonly string[]): string | undefined {
  const [start = 0, end = 0] = old.range ?? []
  if (old.flow) {
    if (/[#\n]/.test(text.slice(start, end))) return undefined
    return splice(text, start, end, flowListText(list, text[start + 1] === ' '))
  }
  const begin = lineStart(text, start)
  const indent = text.slice(begin, start)
  if (list.length === 0 || indent.trim() !== '') return undefined
  const { chunks, stop } = linesOfEntries(text, old, begin)
  const lines = list.map((entry) => chunks.get(entry) ?? indent + listEntryText(entry))
  return splice(text, begin, stop, lines.join('\n'))
}

/** Each entry of a block list with its comments, as it stands in the text; those above the first entry belong to the list. */
function linesOfEntries(text: string, list: YAMLSeq, begin: number): { chunks: Map<string, string>; stop: number } {
  const chunks = new Map<string, string>()
  let from = begin
  let stop = begin
  for (const item of list.items) {
    stop = lineEnd(text, contentEnd(text, item))
    if (isScalar(item) && !chunks.has(String(item.value))) chunks.set(String(item.value), text.slice(from, stop))
    from = stop + 1
  }
  return { chunks, stop }
}

/** Where the last character of a value is, but for blank lines that are no part of it. */
function contentEnd(text: string, node: unknown): number {
  const end = (node as { range?: [number, number, number] } | null)?.range?.[1] ?? 0
  if (isScalar(node) && keepsBlankLines(text, node)) return end - 1
  let at = end
  while (at > 0 && ' \t\r\n'.includes(text.charAt(at - 1))) at--
  return at
}

function keepsBlankLines(text: string, scalar: Scalar): boolean {
  return /^[|>][0-9]?\+/.test(text.slice(startOf(scalar), startOf(scalar) + 3))
}

function headerComment(text: string, start: number): string {
  return /^[|>][^\s#]*([ \t]+#.*)/.exec(text.slice(start, lineEnd(text, start)))?.[1] ?? ''
}

function startOf(node: unknown): number {
  return (node as { range?: [number, number, number] } | null)?.range?.[0] ?? 0
}

function endOf(node: unknown): number {
  return (node as { range?: [number, number, number] } | null)?.range?.[1] ?? 0
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
}

function isLineStart(text: string, at: number): boolean {
  return lineStart(text, at) === at
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

function splice(text: string, start: number, end: number, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end)
}
