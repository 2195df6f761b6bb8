import { toWellFormed, truncate } from '../kit/text'

/** Slack's three escapes, and nothing else: they also take the meaning from `<!channel>` and `<@U…>`. */
function escapeSigns(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Text for a mrkdwn or `text` value, at most `limit` characters once escaped and never cut inside an entity. */
export function escapeWithin(text: string, limit: number): string {
  const escaped = escapeSigns(toWellFormed(text))
  if (escaped.length <= limit) return escaped
  return `${truncate(escaped, limit)
    .slice(0, -1)
    .replace(/&[a-z]{0,3}$/, '')}…`
}

/** Text for inside a code span or block, which a backtick would end: Slack has no escape for it. */
export function codeWithin(text: string, limit: number): string {
  return escapeWithin(text.replaceAll('`', "'"), limit)
}
