import type { AlertPayload, Json } from '../../domain/alert'
import { truncate } from '../kit/text'
import { codeWithin } from './text'

const MAX_KEY_LENGTH = 80
const MAX_VALUE_LENGTH = 300

function valueText(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** An alert's context as `key: value` lines, escaped, within `limit` characters; a long value is cut before a key is dropped. */
export function contextLines(
  context: AlertPayload['alertContext'],
  limit: number,
): { text: string; isShortened: boolean } {
  const lines: string[] = []
  let length = 0
  let isShortened = false
  for (const [key, value] of Object.entries(context)) {
    const name = valueText(key)
    const shown = valueText(value)
    const line = codeWithin(
      `${truncate(name, MAX_KEY_LENGTH)}: ${truncate(shown, MAX_VALUE_LENGTH)}`,
      MAX_KEY_LENGTH + MAX_VALUE_LENGTH,
    )
    if (name.length > MAX_KEY_LENGTH || shown.length > MAX_VALUE_LENGTH) isShortened = true
    if (length + line.length + 1 > limit) return { text: lines.join('\n'), isShortened: true }
    lines.push(line)
    length += line.length + 1
  }
  return { text: lines.join('\n'), isShortened }
}
