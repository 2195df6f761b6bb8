/** Rows of one page of a list. */
export const DESTINATIONS_PER_PAGE = 30
export const DETECTIONS_PER_PAGE = 50
export const ALERTS_PER_PAGE = 50

/** How a destination fares; `faulted`: nothing is sent until somebody puts its settings right. */
export const DESTINATION_HEALTH = [
  'delivering',
  'retrying',
  'failing',
  'circuit-open',
  'faulted',
  'paused',
  'never-used',
] as const
export type DestinationHealth = (typeof DESTINATION_HEALTH)[number]

export const DESTINATION_SORTS = ['name', 'type', 'last-delivery', 'updated'] as const

/** Unfinished deliveries of one destination are counted no further. */
export const UNFINISHED_COUNTED_MAX = 10_000

/** How many of the destinations that were not chosen a receipt shows at first. */
export const RECEIPT_PAGE = 50

export const PASSWORD_MIN_LENGTH = 12
