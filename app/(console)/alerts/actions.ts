'use server'

import { CreateCommentInput, UpdateAlertsInput } from '@/lib/contracts/alert-record'
import { action } from '@/lib/entry/action'
import { createAlertComment } from '@/lib/usecases/create-alert-comment'
import { updateAlerts } from '@/lib/usecases/update-alerts'

export const updateAlertsAction = action(UpdateAlertsInput, updateAlerts)
export const createAlertCommentAction = action(CreateCommentInput, createAlertComment)
