import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import type { Problem } from '../domain/detection'
import { nearest } from '../domain/did-you-mean'
import { resolved, type YamlSource } from './yaml-source'

/** An offset in the text, and the dotted path that names what is there. */
type Place = { at: number; key: string }

/** One value of the file. */
export type Value = Place & { node: Node | undefined }

/** A value of a mapping, and where its key is. */
export type Entry = Value & { keyAt: number }

/** Where problems and warnings are gathered while values are read; each reader gives `undefined` after reporting one. */
export type Reading = { source: YamlSource; problems: Problem[]; warnings: Problem[] }

type UnknownKey = { name: string; owner: string; allowed: readonly string[] }
type TextRule = { max: number; name?: boolean; blank?: boolean }
type ListRule = { max: number; maxItem: number }

const NOT_IN_NAMES = /[<>&"%\p{Cc}]/u
const NUL = '\0'

/** Reports that a value cannot be used. */
export function refuse(reading: Reading, { at, key }: Place, message: string): undefined {
  reading.problems.push(reading.source.problem(at, message, key))
}

/** Reports something the author should know though the value is used. */
export function warn(reading: Reading, { at, key }: Place, message: string): void {
  reading.warnings.push(reading.source.problem(at, message, key))
}

/** The values of a mapping by key, each with its place; a key that is not text is refused. */
export function entries(reading: Reading, map: YAMLMap, path = ''): Map<string, Entry> {
  const found = new Map<string, Entry>()
  for (const pair of map.items) {
    const keyAt = placeOf(pair.key) ?? map.range?.[0] ?? 0
    const name = resolved(pair.key, reading.source.doc)
    if (!isScalar(name) || typeof name.value !== 'string') {
      refuse(reading, { at: keyAt, key: path }, 'A key must be a single word, such as Severity.')
      continue
    }
    const key = path === '' ? name.value : `${path}.${name.value}`
    found.set(name.value, {
      node: resolved(pair.value, reading.source.doc),
      at: placeOf(pair.value) ?? keyAt,
      key,
      keyAt,
    })
  }
  return found
}

/** Refuses a key that is not one of those `allowed`, naming the nearest of them. */
export function refuseUnknown(reading: Reading, place: Place, unknown: UnknownKey): void {
  const { name, owner, allowed } = unknown
  const near = nearest(name, allowed)
  const hint = near === undefined ? 'Remove it, or check its spelling.' : `Did you mean "${near}"?`
  refuse(reading, place, `"${name}" is not a key of ${owner}. ${hint}`)
}

/** A text of at most `max` characters; a `name` holds no `< > & " %` and, like anything not allowed to be `blank`, is not empty. */
export function readText(reading: Reading, value: Value, rule: TextRule): string | undefined {
  const what = lastOf(value.key)
  const text = isScalar(value.node) ? value.node.value : value.node
  if (text === null || text === undefined)
    return refuse(reading, value, `${what} is empty. Write a text, or remove the key.`)
  if (typeof text !== 'string') {
    const hint = isScalar(value.node) ? ' Put it in quotes.' : ''
    return refuse(reading, value, `${what} must be a text.${hint}`)
  }
  if (text.trim() === '' && rule.blank !== true) return refuse(reading, value, `${what} is empty. Write a text.`)
  if (text.length > rule.max)
    return refuse(reading, value, `${what} is longer than ${count(rule.max)} characters. Shorten it.`)
  if (rule.name === true && NOT_IN_NAMES.test(text)) {
    return refuse(reading, value, `${what} cannot hold < > & " % or control characters. Remove them.`)
  }
  if (text.includes(NUL)) return refuse(reading, value, `${what} holds a NUL character. Remove it.`)
  return text
}

/** `true` or `false`, written without quotes. */
export function readBoolean(reading: Reading, value: Value): boolean | undefined {
  const bool = isScalar(value.node) ? value.node.value : undefined
  if (typeof bool === 'boolean') return bool
  return refuse(reading, value, `${lastOf(value.key)} must be true or false, without quotes.`)
}

/** A whole number of at least `least`, small enough for 32 bits. */
export function readInteger(reading: Reading, value: Value, least: number): number | undefined {
  const number = isScalar(value.node) ? value.node.value : undefined
  const what = lastOf(value.key)
  if (typeof number !== 'number' || !Number.isInteger(number)) {
    return refuse(reading, value, `${what} must be a whole number, without quotes.`)
  }
  if (number < least) return refuse(reading, value, `${what} must be ${least} or more.`)
  if (number > 2_147_483_647) return refuse(reading, value, `${what} is too large. Use a smaller number.`)
  return number
}

/** A list of texts in order, each with its place; an entry written twice is kept once, with a warning. */
export function readTexts(reading: Reading, value: Value, rule: ListRule): (Value & { text: string })[] {
  const what = lastOf(value.key)
  if (!isSeq(value.node)) {
    refuse(reading, value, `${what} must be a list, one entry per line starting with "- ".`)
    return []
  }
  if (value.node.items.length > rule.max) {
    refuse(reading, value, `${what} has more than ${count(rule.max)} entries. Remove some.`)
    return []
  }
  const kept = new Map<string, Value & { text: string }>()
  for (const entry of items(reading, value)) {
    const text = readText(reading, entry, { max: rule.maxItem })
    if (text === undefined) continue
    if (kept.has(text)) warn(reading, entry, `"${text}" is listed twice in ${what}. It counts once.`)
    else kept.set(text, { ...entry, text })
  }
  return [...kept.values()]
}

/** The entries of a list, each with its place and path. */
export function items(reading: Reading, value: Value): Value[] {
  if (!isSeq(value.node)) return []
  return value.node.items.map((item, index) => ({
    node: resolved(item, reading.source.doc),
    at: placeOf(item) ?? value.at,
    key: `${value.key}.${index}`,
  }))
}

/** True for a mapping; narrows a value's node. */
export function isMapping(node: Node | undefined): node is YAMLMap {
  return isMap(node)
}

function placeOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0]
}

function lastOf(path: string): string {
  const parts = path.split('.')
  const last = parts.at(-1) ?? path
  return /^\d+$/.test(last) ? `Entry ${Number(last) + 1} of ${parts.at(-2)}` : last
}

function count(limit: number): string {
  return limit.toLocaleString('en')
}
