'use client'

import { type FormEvent, useState } from 'react'
import { CodeEditor } from '@/components/code/code-editor'
import { DETECTION_KIND_LABELS } from '@/components/detections/kinds'
import { SeverityField } from '@/components/detections/severity-field'
import { useDraft } from '@/components/detections/use-draft'
import { LeaveGuard } from '@/components/forms/leave-guard'
import { Button } from '@/components/ui/button'
import { FormErrorSummary } from '@/components/ui/form-error-summary'
import { Panel } from '@/components/ui/panel'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { TextField } from '@/components/ui/text-field'
import { DETECTION_KINDS } from '@/lib/domain/detection'
import type { CreateDetection } from '../../_components/operations'
import { DraftNote } from './draft-note'
import { SeesField } from './sees-field'
import { useCreation } from './use-creation'
import { BLANK_DETECTION, WrittenDetection, withKind } from './written-detection'

const KINDS = DETECTION_KINDS.map((kind) => ({ value: kind, label: DETECTION_KIND_LABELS[kind] }))

/** A detection from a form; its YAML is written for it. */
export function WriteForm({ create: createDetection }: { create: CreateDetection }) {
  const [detection, setDetection] = useState(BLANK_DETECTION)
  const { create, failure, problems, isBusy } = useCreation()
  const hasChanges = !isBusy && JSON.stringify(detection) !== JSON.stringify(BLANK_DETECTION)
  const { isRestored } = useDraft({
    key: 'detection-new-written',
    schema: WrittenDetection,
    value: hasChanges ? detection : undefined,
    onRestore: setDetection,
  })
  const change = (part: Partial<WrittenDetection>) => setDetection({ ...detection, ...part })
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    create(createDetection(detection))
  }
  return (
    <form onSubmit={handleSubmit} noValidate className="grid gap-4">
      <LeaveGuard isActive={hasChanges} />
      <FormErrorSummary title="The detection was not created" errors={problems} />
      {isRestored && <DraftNote onDiscard={() => setDetection(BLANK_DETECTION)} />}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,30rem)_minmax(0,1fr)]">
        <Panel title="What it is">
          <div className="grid gap-5">
            <TextField
              name="id"
              label="Id"
              help="As in Okta.User.LockedOut. It does not change later."
              isMono
              autoComplete="off"
              value={detection.id}
              onChange={(id) => change({ id })}
              error={failure?.fields?.id}
            />
            <TextField
              name="displayName"
              label="Display Name"
              isOptional
              autoComplete="off"
              value={detection.displayName}
              onChange={(displayName) => change({ displayName })}
              error={failure?.fields?.displayName}
            />
            <div className="grid gap-1.5" data-field="kind">
              <p className="text-sm font-medium" aria-hidden="true">
                Kind
              </p>
              <SegmentedControl
                label="Kind"
                options={KINDS}
                value={detection.kind}
                onChange={(kind) => setDetection(withKind(detection, kind))}
              />
            </div>
            <SeverityField value={detection.severity} onChange={(severity) => change({ severity })} />
            <SeesField
              kind={detection.kind}
              value={detection.logTypes}
              onChange={(logTypes) => change({ logTypes })}
              errors={failure?.fields ?? {}}
            />
          </div>
        </Panel>
        <div data-field="body" className="grid min-w-0 gap-1.5">
          <p className="text-sm font-medium" aria-hidden="true">
            Python
          </p>
          <CodeEditor
            label="Python of the detection"
            language="python"
            value={detection.body}
            onChange={(body) => change({ body })}
          />
        </div>
      </div>
      <div>
        <Button type="submit" variant="primary" isPending={isBusy}>
          Create detection
        </Button>
      </div>
    </form>
  )
}
