import type { Json } from '../../domain/alert'

/** At most `limit` UTF-16 units, an ellipsis at the end when something was cut, and never half a surrogate pair. */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

function wellFormedText(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed()
}

/** The same value with every lone surrogate replaced by U+FFFD: strict receivers refuse JSON that holds one. */
export function toWellFormed<Value extends Json>(value: Value): Value
export function toWellFormed(value: Json): Json {
  if (typeof value === 'string') return wellFormedText(value)
  if (Array.isArray(value)) return value.map((item) => toWellFormed(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [wellFormedText(key), toWellFormed(item)]))
}
