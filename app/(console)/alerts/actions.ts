'use server'

import { CreateCommentInput, UpdateAlertsInput } from '@/lib/contracts/alert-record'
import { DeliveryId, DispatchAlertInput } from '@/lib/contracts/delivery'
import { RedriveInput } from '@/lib/contracts/redrive'
import { action } from '@/lib/entry/action'
import { cancelDelivery } from '@/lib/usecases/cancel-delivery'
import { createAlertComment } from '@/lib/usecases/create-alert-comment'
import { dispatchAlert } from '@/lib/usecases/dispatch-alert'
import { resendDelivery } from '@/lib/usecases/resend-delivery'
import { startRedrive } from '@/lib/usecases/start-redrive'
import { updateAlerts } from '@/lib/usecases/update-alerts'

export const updateAlertsAction = action(UpdateAlertsInput, updateAlerts)
export const createAlertCommentAction = action(CreateCommentInput, createAlertComment)
export const startRedriveAction = action(RedriveInput, startRedrive)
export const resendDeliveryAction = action(DeliveryId, resendDelivery)
export const dispatchAlertAction = action(DispatchAlertInput, dispatchAlert)
export const cancelDeliveryAction = action(DeliveryId, cancelDelivery)
