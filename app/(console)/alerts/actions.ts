'use server'

import { CreateCommentInput, UpdateAlertsInput } from '@/lib/contracts/alert-record'
import { RedriveInput } from '@/lib/contracts/redrive'
import { action } from '@/lib/entry/action'
import { createAlertComment } from '@/lib/usecases/create-alert-comment'
import { startRedrive } from '@/lib/usecases/start-redrive'
import { updateAlerts } from '@/lib/usecases/update-alerts'

export const updateAlertsAction = action(UpdateAlertsInput, updateAlerts)
export const createAlertCommentAction = action(CreateCommentInput, createAlertComment)
export const startRedriveAction = action(RedriveInput, startRedrive)
