'use client'

import './code.css'
import dynamic from 'next/dynamic'
import { useId } from 'react'
import type { Problem } from '@/lib/domain/detection'
import type { EditorLanguage } from './code-mirror'

const CodeMirror = dynamic(() => import('./code-mirror').then((module) => module.CodeMirror), {
  ssr: false,
  loading: () => <div className="code-editor-loading" aria-busy="true" />,
})

export type CodeEditorProps = {
  /** What is written here, for screen readers; a visible label is the page's. */
  label: string
  value: string
  onChange: (value: string) => void
  language: EditorLanguage
  /** Marked beside their lines and listed below. */
  problems?: readonly Problem[]
  isReadOnly?: boolean
}

const NO_PROBLEMS: readonly Problem[] = []

/** A code editor that is fetched when it is first shown; the value is the caller's. */
export function CodeEditor({ problems = NO_PROBLEMS, isReadOnly = false, ...editor }: CodeEditorProps) {
  const hintId = useId()
  return (
    <div>
      <CodeMirror {...editor} problems={problems} isReadOnly={isReadOnly} hintId={hintId} />
      <p id={hintId} className="code-editor-hint">
        {isReadOnly ? 'This code cannot be changed here.' : 'Tab indents. To leave the editor, press Esc, then Tab.'}
      </p>
    </div>
  )
}
