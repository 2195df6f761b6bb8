import { deliveryOperations } from '../../deliveries/operations'
import { createAlertCommentAction, updateAlertsAction } from '../actions'
import type { AlertOperations } from './_components/operations'

/** What the page of an alert can do. */
export const alertOperations: AlertOperations = {
  update: updateAlertsAction,
  comment: createAlertCommentAction,
  deliveries: deliveryOperations,
}
