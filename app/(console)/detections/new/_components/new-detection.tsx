'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { Tabs } from '@/components/ui/tabs'
import type { CheckYaml, CreateDetection, SaveFiles } from '../../_components/operations'
import { FilesForm } from './files-form'
import { WriteForm } from './write-form'

const MODES = parseAsStringLiteral(['files', 'write']).withDefault('files').withOptions({ history: 'push' })

type Props = { check: CheckYaml; saveFiles: SaveFiles; create: CreateDetection }

/** The two ways to make a detection: from the files a team has, or from a form. */
export function NewDetection({ check, saveFiles, create }: Props) {
  const [mode, setMode] = useQueryState('mode', MODES)
  return (
    <Tabs
      label="How to make it"
      selected={mode}
      onSelect={(id) => setMode(id === 'write' ? 'write' : 'files')}
      tabs={[
        { id: 'files', label: 'Paste or upload', content: <FilesForm check={check} save={saveFiles} /> },
        { id: 'write', label: 'Write', content: <WriteForm create={create} /> },
      ]}
    />
  )
}
