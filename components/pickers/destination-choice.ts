import { nearest } from '@/lib/domain/did-you-mean'

/** A destination that can be chosen. */
export type DestinationChoice = { id: string; displayName: string; type: string }

/** Entries that name no destination, each with the one it most likely meant. */
export type DeadEntry = { entry: string; suggestion?: DestinationChoice }

/** The choice that an entry names: by its exact display name, else by its id whatever the case. */
export function findChoice(choices: readonly DestinationChoice[], entry: string): DestinationChoice | undefined {
  return (
    choices.find(({ displayName }) => displayName === entry) ??
    choices.find(({ id }) => id.toLowerCase() === entry.toLowerCase())
  )
}

/** The entries that lead nowhere, in their order. */
export function deadEntries(choices: readonly DestinationChoice[], entries: readonly string[]): DeadEntry[] {
  const byName = new Map(choices.map((choice) => [choice.displayName, choice]))
  return entries
    .filter((entry) => findChoice(choices, entry) === undefined)
    .map((entry) => ({ entry, suggestion: byName.get(nearest(entry, byName.keys()) ?? entry) }))
}

/**
 * The value that stands for a choice in a picker: as it is written among the entries, by name or by id, so that a destination
 * already named there shows as chosen; else its id.
 */
export function entryOf(choice: DestinationChoice, entries: readonly string[]): string {
  const written = entries.find(
    (entry) => entry === choice.displayName || entry.toLowerCase() === choice.id.toLowerCase(),
  )
  return written ?? choice.id
}
