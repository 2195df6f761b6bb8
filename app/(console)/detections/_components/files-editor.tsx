'use client'

import type { ReactNode } from 'react'
import { CodeEditor } from '@/components/code/code-editor'
import { DETECTION_KIND_LABELS } from '@/components/detections/kinds'
import { SeverityMark } from '@/components/marks/severity-mark'
import { Callout } from '@/components/ui/callout'
import type { CheckYamlView, ProblemView } from '@/lib/contracts/detection'
import type { CheckYaml } from './operations'
import { useYamlCheck } from './use-yaml-check'
import { YamlWarnings } from './yaml-warnings'

/** A detection as its two files; the Python is empty when there is none. */
export type Files = { yaml: string; body: string }

const NO_PROBLEMS: ProblemView[] = []

type Props = { files: Files; onChange: (files: Files) => void; check: CheckYaml }

/** Both files side by side, the YAML checked while it is typed; the Python is asked for when the YAML names its file. */
export function FilesEditor({ files, onChange, check }: Props) {
  const { result, error } = useYamlCheck(files.yaml, check)
  const needsPython = Boolean(result?.summary && !result.summary.isSimple) || files.body !== ''
  return (
    <div className="grid gap-4">
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <EditorPart name="yaml" title="YAML">
          <CodeEditor
            label="YAML of the detection"
            language="yaml"
            value={files.yaml}
            onChange={(yaml) => onChange({ ...files, yaml })}
            problems={result?.problems ?? NO_PROBLEMS}
          />
        </EditorPart>
        {needsPython && (
          <EditorPart name="body" title={result?.summary?.filename || 'Python'}>
            <CodeEditor
              label="Python of the detection"
              language="python"
              value={files.body}
              onChange={(body) => onChange({ ...files, body })}
            />
          </EditorPart>
        )}
      </div>
      {error && (
        <Callout tone="warning">
          The YAML could not be checked while you type: {error.message} It is checked again when you save.
        </Callout>
      )}
      <YamlWarnings warnings={result?.warnings ?? NO_PROBLEMS} />
      <p role="status" className="text-sm text-muted empty:hidden">
        {result && files.yaml !== '' && <Reading result={result} hasPython={files.body.trim() !== ''} />}
      </p>
    </div>
  )
}

function EditorPart({ name, title, children }: { name: string; title: string; children: ReactNode }) {
  return (
    <div data-field={name} className="grid min-w-0 gap-1.5">
      <p className="text-sm font-medium" aria-hidden="true">
        {title}
      </p>
      {children}
    </div>
  )
}

function Reading({ result, hasPython }: { result: CheckYamlView; hasPython: boolean }) {
  const { summary, problems } = result
  if (!summary) {
    return `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the YAML. Each is listed below it.`
  }
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>{DETECTION_KIND_LABELS[summary.kind]}</span>
      <code className="font-mono text-xs break-all text-ink">{summary.id}</code>
      <SeverityMark severity={summary.severity} />
      {summary.logTypes.length > 0 && <span>{summary.logTypes.join(', ')}</span>}
      {!summary.isSimple && !hasPython && (
        <span className="text-warning-ink">Add the Python of {summary.filename} to go on.</span>
      )}
    </span>
  )
}
