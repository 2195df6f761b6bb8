import { z } from 'zod'
import { SearchText } from './text'

export const SearchInput = z.object({ q: SearchText })
export type SearchInput = z.output<typeof SearchInput>

/** What the command palette finds. */
export type SearchView = {
  destinations: { id: string; displayName: string; type: string }[]
  detections: { id: string; displayName: string }[]
  /** By id, or the beginning of one. */
  alerts: { alertId: string; title: string }[]
}
