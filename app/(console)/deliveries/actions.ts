'use server'

import { DeliveryId, DispatchAlertInput } from '@/lib/contracts/delivery'
import { RedriveId, RedriveInput } from '@/lib/contracts/redrive'
import { action } from '@/lib/entry/action'
import { cancelDelivery } from '@/lib/usecases/cancel-delivery'
import { cancelRedrive } from '@/lib/usecases/cancel-redrive'
import { dispatchAlert } from '@/lib/usecases/dispatch-alert'
import { previewRedrive } from '@/lib/usecases/preview-redrive'
import { resendDelivery } from '@/lib/usecases/resend-delivery'
import { startRedrive } from '@/lib/usecases/start-redrive'

export const resendDeliveryAction = action(DeliveryId, resendDelivery)
export const dispatchAlertAction = action(DispatchAlertInput, dispatchAlert)
export const cancelDeliveryAction = action(DeliveryId, cancelDelivery)
export const previewRedriveAction = action(RedriveInput, previewRedrive)
export const startRedriveAction = action(RedriveInput, startRedrive)
export const cancelRedriveAction = action(RedriveId, cancelRedrive)
