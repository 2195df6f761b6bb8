import type { AlertSearch } from '@/lib/contracts/alert-list'

/** Changes some of the filters in the address, as a step of its own to go back over unless it is typing. */
export type FilterChange = (change: Partial<AlertSearch>, options?: { history: 'replace' }) => void
