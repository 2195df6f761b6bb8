import type { AlertListOperations } from '@/components/alerts/operations'
import { redriveOperations } from '../deliveries/operations'
import { updateAlertsAction } from './actions'

/** What can be done with the alerts chosen in the list. */
export const alertListOperations: AlertListOperations = { update: updateAlertsAction, redrive: redriveOperations }
