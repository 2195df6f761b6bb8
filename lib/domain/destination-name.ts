export const NAME_MAX_LENGTH = 100

const FORBIDDEN = /['<>&"]/

/**
 * What is wrong with a display name, or `undefined`. Panther forbids the five characters; `SKIP` would be unreachable from
 * `destinations()`, which reads it as "nowhere".
 */
export function displayNameProblem(name: string): string | undefined {
  const trimmed = name.trim()
  if (trimmed === '') return 'Give it a display name. Detections can name the destination by it.'
  if (trimmed.length > NAME_MAX_LENGTH)
    return `A display name has at most ${NAME_MAX_LENGTH} characters; this one has ${trimmed.length}.`
  const forbidden = FORBIDDEN.exec(trimmed)?.[0]
  if (forbidden) return `A display name cannot contain ${forbidden} (nor any of ' < > & ").`
  if (/\p{Cc}/u.test(trimmed)) return 'A display name cannot contain a line break or another control character.'
  if (trimmed === 'SKIP') return 'SKIP cannot be a display name: a detection that returns it sends its alert nowhere.'
  return undefined
}
