'use client'

import { PenLine } from 'lucide-react'
import { type FormEvent, type ReactNode, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import type { DetectionView } from '@/lib/contracts/detection'
import { type Files, FilesEditor } from '../../_components/files-editor'
import type { CheckYaml, SaveFiles } from '../../_components/operations'
import { SaveBar } from '../../_components/save-bar'
import { YamlWarnings } from '../../_components/yaml-warnings'
import type { SavedDetection } from './use-saved-detection'

type Props = {
  saved: SavedDetection
  /** What is being edited; `undefined` while the files are only read. */
  files: Files | undefined
  onChange: (files: Files | undefined) => void
  onSaved: (now: DetectionView) => void
  canModify: boolean
  code: ReactNode
  save: SaveFiles
  check: CheckYaml
}

/** The detection's two files, to read and to edit. */
export function CodeTab({ saved, files, onChange, onSaved, canModify, code, save, check }: Props) {
  const { base } = saved
  const [isSaving, startSaving] = useTransition()
  if (!files) {
    return (
      <div className="grid gap-4">
        <YamlWarnings warnings={base.warnings} />
        {canModify && (
          <div>
            <Button
              icon={<PenLine aria-hidden="true" size={14} />}
              onPress={() => onChange({ yaml: base.yaml, body: base.body ?? '' })}
            >
              Edit
            </Button>
          </div>
        )}
        {code}
      </div>
    )
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    startSaving(() =>
      saved.save({
        save: (at) => save({ id: at.id, version: at.version, yaml: files.yaml, body: files.body || null }),
        onSaved: (now) => {
          onChange(undefined)
          onSaved(now)
        },
      }),
    )
  }
  return (
    <form onSubmit={handleSubmit} className="grid gap-4">
      <FilesEditor files={files} onChange={onChange} check={check} />
      <SaveBar action="Save files" isSaving={isSaving} onDiscard={() => onChange(undefined)} />
    </form>
  )
}
