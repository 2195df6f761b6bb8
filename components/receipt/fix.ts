import type { Fault } from '@/lib/domain/routing'

/** A change of one named entry that makes its fault go away; `replacement` is `null` to take the entry out. */
export type ReceiptFix = { list: 'dynamic' | 'overrides'; entry: string; replacement: string | null }

/** Ways to mend a fault, the best first, each with the verb of its button. */
export function fixesOf(fault: Fault): { label: string; fix: ReceiptFix }[] {
  if (fault.code !== 'unknown-destination' && fault.code !== 'unknown-override') return []
  const { entry, suggestion } = fault
  const list = fault.code === 'unknown-destination' ? 'dynamic' : 'overrides'
  const removal = { label: 'Remove it', fix: { list, entry, replacement: null } } as const
  if (!suggestion) return [removal]
  const replacement = list === 'dynamic' ? suggestion.displayName : suggestion.id
  return [{ label: `Use ${suggestion.displayName}`, fix: { list, entry, replacement } }, removal]
}

/** The entries with the fix applied; an entry that is there already is not repeated. */
export function applyFix(entries: readonly string[], { entry, replacement }: ReceiptFix): string[] {
  const fixed = entries.flatMap((each) => {
    if (each !== entry) return [each]
    return replacement === null ? [] : [replacement]
  })
  return [...new Set(fixed)]
}
