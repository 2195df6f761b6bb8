import type { DestinationOperations } from '@/components/destinations/operations'
import {
  deleteDestinationAction,
  pauseDestinationAction,
  resumeDestinationAction,
  testDestinationAction,
} from './actions'

/** What the menus of the list and of a destination's page can do. */
export const destinationOperations: DestinationOperations = {
  test: testDestinationAction,
  pause: pauseDestinationAction,
  resume: resumeDestinationAction,
  delete: deleteDestinationAction,
}
