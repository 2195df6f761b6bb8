import { z } from 'zod'

export const SearchInput = z.object({ q: z.string().trim().max(200).catch('') })
export type SearchInput = z.output<typeof SearchInput>

/** What the command palette finds. */
export type SearchView = {
  destinations: { id: string; displayName: string; type: string }[]
  detections: { id: string; displayName: string }[]
}
