/** One choice of a searchable picker. */
export type PickerItem = { value: string; label: string; description?: string; group?: string }

/** What a typed or pasted text came to. */
export type ReadEntries = { values: string[]; refused: string[] }

export type EntryRules = {
  items: readonly PickerItem[]
  allowsFreeEntry?: boolean
  /** Upper and lower case are different names: what is near an item but not it is a free entry. */
  isExact?: boolean
  /** Says what is wrong with a free entry, or nothing. */
  entryProblem?: (entry: string) => string | undefined
}

/** Splits a text at line ends, commas, semicolons and tabs; blanks and repeats are left out. */
export function splitEntries(text: string): string[] {
  const entries = text.split(/[\n\r,;\t]+/).map((entry) => entry.trim())
  return [...new Set(entries.filter(Boolean))]
}

/** Reads entries as values: an item by its value or label, whatever the case unless `isExact`, else a free entry where that is allowed. */
export function readEntries(entries: readonly string[], rules: EntryRules): ReadEntries {
  const keyOf = (text: string) => (rules.isExact ? text : text.toLowerCase())
  const byName = new Map<string, string>()
  for (const item of rules.items) byName.set(keyOf(item.label), item.value)
  for (const item of rules.items) byName.set(keyOf(item.value), item.value)
  const values: string[] = []
  const refused: string[] = []
  for (const entry of entries) {
    const known = byName.get(keyOf(entry))
    const isAccepted = known !== undefined || (rules.allowsFreeEntry && rules.entryProblem?.(entry) === undefined)
    if (isAccepted) values.push(known ?? entry)
    else refused.push(entry)
  }
  return { values: [...new Set(values)], refused }
}

/** The items whose label, value, description or group holds the text, whatever the case. */
export function filterItems(items: readonly PickerItem[], text: string): PickerItem[] {
  const wanted = text.trim().toLowerCase()
  if (!wanted) return [...items]
  return items.filter((item) =>
    [item.label, item.value, item.description, item.group].some((part) => part?.toLowerCase().includes(wanted)),
  )
}

/** Items by group, both in the order of first appearance; ungrouped items have the group `''`. */
export function groupItems(items: readonly PickerItem[]): { group: string; items: PickerItem[] }[] {
  const groups = new Map<string, PickerItem[]>()
  for (const item of items) {
    const group = item.group ?? ''
    const members = groups.get(group)
    if (members) members.push(item)
    else groups.set(group, [item])
  }
  return [...groups].map(([group, members]) => ({ group, items: members }))
}
