'use client'

import { type UseFormReturn, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { useDraft } from '@/components/detections/use-draft'
import { RuleSettingsValues } from './rule-settings'
import type { SavedDetection } from './use-saved-detection'

const Draft = z.object({ version: z.number(), values: RuleSettingsValues })

/** Keeps changed settings over a reload, with the version they were typed on top of: a newer one is then told as such. */
export function useSettingsDraft(saved: SavedDetection, form: UseFormReturn<RuleSettingsValues>) {
  const values = useWatch({ control: form.control }) as RuleSettingsValues
  return useDraft({
    key: `detection-settings:${saved.base.id}`,
    schema: Draft,
    value: form.formState.isDirty ? { version: saved.base.version, values } : undefined,
    onRestore: (kept) => {
      saved.rebase(kept.version)
      form.reset(kept.values, { keepDefaultValues: true })
    },
  })
}
