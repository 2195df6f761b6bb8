'use client'

import { FileUp } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button } from '@/components/ui/button'
import { ACCEPTED_EXTENSIONS } from './read-files'

type Props = {
  /** The files that were dropped or chosen, of whatever kind. */
  onFiles: (files: File[]) => void
  children: ReactNode
}

/** Takes a detection's files, dropped or chosen. */
export function FileDrop({ onFiles, children }: Props) {
  const [isOver, setIsOver] = useState(false)
  return (
    <DropZone
      aria-label="Drop the detection’s files here"
      onDropEnter={() => setIsOver(true)}
      onDropExit={() => setIsOver(false)}
      onDrop={async ({ items }) => {
        setIsOver(false)
        onFiles(await Promise.all(items.filter((item) => item.kind === 'file').map((item) => item.getFile())))
      }}
      className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-dashed border-line-strong bg-sunken px-4 py-3 data-drop-target:border-accent-ink data-drop-target:bg-accent-soft"
    >
      <p className="min-w-0 text-sm text-soft text-pretty">{isOver ? 'Drop to read them' : children}</p>
      <FileTrigger
        allowsMultiple
        acceptedFileTypes={ACCEPTED_EXTENSIONS}
        onSelect={(list) => list && onFiles([...list])}
      >
        <Button icon={<FileUp aria-hidden="true" size={14} />}>Choose files</Button>
      </FileTrigger>
    </DropZone>
  )
}
