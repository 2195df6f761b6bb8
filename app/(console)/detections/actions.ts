'use server'

import {
  CheckYamlInput,
  DeleteDetectionInput,
  NewDetectionInput,
  RuleSettingsInput,
  SaveDetectionFilesInput,
} from '@/lib/contracts/detection'
import { action } from '@/lib/entry/action'
import { checkDetectionYaml } from '@/lib/usecases/check-detection-yaml'
import { createDetection } from '@/lib/usecases/create-detection'
import { deleteDetection } from '@/lib/usecases/delete-detection'
import { saveDetectionFiles } from '@/lib/usecases/save-detection-files'
import { updateRuleSettings } from '@/lib/usecases/update-rule-settings'

export const checkDetectionYamlAction = action(CheckYamlInput, checkDetectionYaml)
export const createDetectionAction = action(NewDetectionInput, createDetection)
export const saveDetectionFilesAction = action(SaveDetectionFilesInput, saveDetectionFiles)
export const updateRuleSettingsAction = action(RuleSettingsInput, updateRuleSettings)
export const deleteDetectionAction = action(DeleteDetectionInput, deleteDetection)
