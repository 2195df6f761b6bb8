import { readIcon } from '../destinations/files'
import { findDestinationType } from '../destinations/registry'

/** The logo of a destination type as SVG, for anyone; `undefined` when there is no such type. */
export function getDestinationTypeIcon(type: string): string | undefined {
  return findDestinationType(type) && readIcon(type)
}
