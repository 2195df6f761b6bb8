'use client'

import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { FileDrop } from '@/components/detections/file-drop'
import { readFiles } from '@/components/detections/read-files'
import { useDraft } from '@/components/detections/use-draft'
import { LeaveGuard } from '@/components/forms/leave-guard'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { FormErrorSummary } from '@/components/ui/form-error-summary'
import { FilesEditor } from '../../_components/files-editor'
import type { CheckYaml, SaveFiles } from '../../_components/operations'
import { DraftNote } from './draft-note'
import { useCreation } from './use-creation'

const Draft = z.object({ yaml: z.string(), body: z.string() })
const BLANK = { yaml: '', body: '' }
const NO_REMARKS: string[] = []

/** A detection from its YAML and Python files: dropped, chosen or pasted. */
export function FilesForm({ check, save }: { check: CheckYaml; save: SaveFiles }) {
  const [files, setFiles] = useState(BLANK)
  const [remarks, setRemarks] = useState(NO_REMARKS)
  const { create, problems, isBusy } = useCreation()
  const isBlank = files.yaml === '' && files.body === ''
  const hasChanges = !isBlank && !isBusy
  const { isRestored } = useDraft({
    key: 'detection-new-files',
    schema: Draft,
    value: hasChanges ? files : undefined,
    onRestore: setFiles,
  })
  const take = async (given: File[]) => {
    const { yaml, body, remarks } = await readFiles(given)
    setRemarks(remarks)
    setFiles((now) => ({ yaml: yaml ?? now.yaml, body: body ?? now.body }))
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    create(save({ yaml: files.yaml, body: files.body || null }))
  }
  return (
    <form onSubmit={handleSubmit} noValidate className="grid gap-4">
      <LeaveGuard isActive={hasChanges} />
      <FormErrorSummary title="The detection was not created" errors={problems} />
      {isRestored && <DraftNote onDiscard={() => setFiles(BLANK)} />}
      <FileDrop onFiles={take}>
        Drop the YAML file and the Python file it names, as panther_analysis_tool lays them out, or paste them below.
      </FileDrop>
      {remarks.length > 0 && (
        <Callout tone="warning" isAnnounced>
          {remarks.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
        </Callout>
      )}
      <FilesEditor files={files} onChange={setFiles} check={check} />
      <div>
        <Button type="submit" variant="primary" isPending={isBusy} isDisabled={files.yaml.trim() === ''}>
          Create detection
        </Button>
      </div>
    </form>
  )
}
