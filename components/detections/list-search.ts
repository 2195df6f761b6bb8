import { parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import type { DetectionListQuery } from '@/lib/contracts/detection'
import { DETECTION_KINDS } from '@/lib/domain/detection'
import { SEVERITIES } from '@/lib/domain/severity'

/** The list's filters and page as they stand in the address; the page and the browser read them by the same parsers. */
export const DETECTION_SEARCH = {
  q: parseAsString.withDefault(''),
  kind: parseAsArrayOf(parseAsStringLiteral(DETECTION_KINDS)).withDefault([]),
  severity: parseAsArrayOf(parseAsStringLiteral(SEVERITIES)).withDefault([]),
  enabled: parseAsStringLiteral(['yes', 'no', 'all']).withDefault('all'),
  page: parseAsInteger.withDefault(1),
}

export const NO_DETECTION_FILTERS: DetectionListQuery = { q: '', kind: [], severity: [], enabled: 'all', page: 1 }
