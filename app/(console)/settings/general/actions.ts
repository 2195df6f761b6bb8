'use server'

import { GeneralSettingsInput } from '@/lib/contracts/settings'
import { action } from '@/lib/entry/action'
import { updateGeneralSettings } from '@/lib/usecases/general-settings'

export const updateGeneralSettingsAction = action(GeneralSettingsInput, updateGeneralSettings)
