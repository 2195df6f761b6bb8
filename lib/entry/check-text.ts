const DEEPEST = 64

/**
 * What is wrong with a text anywhere in `input`, by its path, or `undefined`. PostgreSQL keeps neither a NUL nor half of a
 * surrogate pair, and nothing here has a use for a value nested deeper than anybody writes by hand.
 */
export function unkeepable(input: unknown): { path: string; message: string } | undefined {
  const pending: { value: unknown; path: string; depth: number }[] = [{ value: input, path: '', depth: 0 }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, path, depth } = next
    if (depth > DEEPEST) return { path, message: `This is nested more than ${DEEPEST} levels deep.` }
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) {
      return { path, message: 'This holds a character that cannot be kept (a NUL, or half of a pair). Remove it.' }
    }
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inner] of Object.entries(value)) {
      pending.push({ value: key, path, depth })
      pending.push({ value: inner, path: path === '' ? key : `${path}.${key}`, depth: depth + 1 })
    }
  }
  return undefined
}
