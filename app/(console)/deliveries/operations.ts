import type { DeliveryOperations, RedriveOperations } from '@/components/deliveries/operations'
import {
  cancelDeliveryAction,
  cancelRedriveAction,
  dispatchAlertAction,
  previewRedriveAction,
  resendDeliveryAction,
  startRedriveAction,
} from './actions'

/** What can be done with an alert's deliveries. */
export const deliveryOperations: DeliveryOperations = {
  resend: resendDeliveryAction,
  dispatch: dispatchAlertAction,
  cancel: cancelDeliveryAction,
}

/** Sending many of them again. */
export const redriveOperations: RedriveOperations = {
  preview: previewRedriveAction,
  start: startRedriveAction,
  cancel: cancelRedriveAction,
}
