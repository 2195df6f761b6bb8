'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { type ReactNode, useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import { failureErrors } from '@/components/forms/form-problems'
import { LeaveGuard } from '@/components/forms/leave-guard'
import type { DestinationChoice } from '@/components/pickers/destination-choice'
import { Callout } from '@/components/ui/callout'
import { FormErrorSummary } from '@/components/ui/form-error-summary'
import { Tabs } from '@/components/ui/tabs'
import type { DetectionView } from '@/lib/contracts/detection'
import type { Files } from '../../_components/files-editor'
import type { DetectionOperations } from '../../_components/operations'
import { CodeTab } from './code-tab'
import { DetectionHead } from './detection-head'
import { type RuleSettingsValues, savedSettings } from './rule-settings'
import { SettingsTab } from './settings-tab'
import { StaleNotice } from './stale-notice'
import { useSavedDetection } from './use-saved-detection'
import { useSettingsDraft } from './use-settings-draft'

const TABS = parseAsStringLiteral(['settings', 'code']).withDefault('settings').withOptions({ history: 'push' })

type Props = {
  detection: DetectionView
  choices: readonly DestinationChoice[]
  canModify: boolean
  /** The files as they are saved, to read. */
  code: ReactNode
  operations: DetectionOperations
}

/** One detection: its settings beside where its alerts go, and its code. */
export function DetectionScreen({ detection, choices, canModify, code, operations }: Props) {
  const [tab, setTab] = useQueryState('tab', TABS)
  const saved = useSavedDetection(detection)
  const form = useForm<RuleSettingsValues>({ defaultValues: savedSettings(detection) })
  const [files, setFiles] = useState<Files>()
  const { base, failure, isStale } = saved
  const { isRestored } = useSettingsDraft(saved, form)
  const problems = useMemo(() => (failure && !isStale ? failureErrors(failure) : []), [failure, isStale])

  const enable = (isEnabled: boolean) =>
    saved.save({
      save: (at) => operations.saveSettings({ ...savedSettings(at), id: at.id, version: at.version, isEnabled }),
      onSaved: (now) => form.reset(savedSettings(now), { keepDirtyValues: true }),
    })
  const reload = async () => {
    const now = await saved.takeTheirs()
    if (!now) return
    form.reset(savedSettings(now))
    setFiles(undefined)
  }
  return (
    <>
      <LeaveGuard isActive={form.formState.isDirty || files !== undefined} />
      <DetectionHead detection={base} canModify={canModify} onEnable={enable} remove={operations.remove} />
      <div className="grid gap-3 pb-4 empty:hidden">
        {isStale && <StaleNotice message={failure?.message ?? ''} onReload={reload} onSaveOver={saved.saveOver} />}
        <FormErrorSummary title="Nothing was saved" errors={problems} />
        {isRestored && <Callout isAnnounced>What you typed before is back. It is not saved yet.</Callout>}
      </div>
      <Tabs
        label="Parts of the detection"
        selected={tab}
        onSelect={(id) => setTab(id === 'code' ? 'code' : 'settings')}
        tabs={[
          {
            id: 'settings',
            label: 'Settings',
            content: (
              <SettingsTab
                saved={saved}
                form={form}
                choices={choices}
                canModify={canModify}
                save={operations.saveSettings}
                preview={operations.preview}
              />
            ),
          },
          {
            id: 'code',
            label: 'Code',
            content: (
              <CodeTab
                saved={saved}
                files={files}
                onChange={setFiles}
                onSaved={(now) => form.reset(savedSettings(now), { keepDirtyValues: true })}
                canModify={canModify}
                code={code}
                save={operations.saveFiles}
                check={operations.check}
              />
            ),
          },
        ]}
      />
    </>
  )
}
