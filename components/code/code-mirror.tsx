'use client'

import { python } from '@codemirror/lang-python'
import { yaml } from '@codemirror/lang-yaml'
import { syntaxHighlighting } from '@codemirror/language'
import { classHighlighter } from '@lezer/highlight'
import ReactCodeMirror, { EditorView } from '@uiw/react-codemirror'
import { useMemo, useRef } from 'react'
import type { Problem } from '@/lib/domain/detection'
import { offsetOf, problemMarks } from './problem-marks'

export type EditorLanguage = 'python' | 'yaml'

type CodeMirrorProps = {
  label: string
  value: string
  onChange: (value: string) => void
  language: EditorLanguage
  problems: readonly Problem[]
  isReadOnly: boolean
  hintId: string
}

const LANGUAGES = { python, yaml } as const

const BASIC_SETUP = { foldGutter: false, autocompletion: false, lintKeymap: false, highlightSelectionMatches: false }

const THEME = EditorView.theme({
  '&': {
    backgroundColor: 'var(--code-background)',
    color: 'var(--code-ink)',
    border: '1px solid var(--code-line)',
    borderRadius: '6px',
    fontSize: '0.8125rem',
    overflow: 'hidden',
  },
  '&.cm-focused': { outline: '2px solid var(--color-accent, currentColor)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'var(--font-mono, ui-monospace, monospace)', lineHeight: '1.25rem' },
  '.cm-content': { caretColor: 'var(--code-ink)', paddingBlock: '0.75rem' },
  '.cm-cursor': { borderLeftColor: 'var(--code-ink)' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--code-gutter)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--code-active-line)' },
  '.cm-activeLine.code-problem-line': { backgroundColor: 'var(--code-problem-line)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--code-selection)',
  },
})

/** The editor itself with its list of problems; `CodeEditor` fetches it. */
export function CodeMirror({ label, value, onChange, language, problems, isReadOnly, hintId }: CodeMirrorProps) {
  const view = useRef<EditorView | undefined>(undefined)
  const extensions = useMemo(
    () => [
      LANGUAGES[language](),
      syntaxHighlighting(classHighlighter),
      THEME,
      // The component's own aria-label stops at the wrapper: the text box inside needs the name.
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': hintId }),
      problemMarks(problems),
    ],
    [language, label, hintId, problems],
  )

  function showProblem(problem: Problem) {
    const editor = view.current
    if (editor === undefined) return
    const selection = { anchor: offsetOf(editor.state.doc, problem) }
    editor.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: 'center' }) })
    editor.focus()
  }

  return (
    <>
      <ReactCodeMirror
        value={value}
        onChange={onChange}
        extensions={extensions}
        theme="none"
        basicSetup={BASIC_SETUP}
        readOnly={isReadOnly}
        indentWithTab={!isReadOnly}
        minHeight="12rem"
        maxHeight="36rem"
        onCreateEditor={(created) => {
          view.current = created
        }}
      />
      {problems.length > 0 && (
        <ul className="code-editor-problems" aria-label="Problems">
          {problems.map((problem) => (
            <li key={`${problem.line}:${problem.column}:${problem.message}`}>
              <button type="button" onClick={() => showProblem(problem)}>
                Line {problem.line}
              </button>
              {problem.message}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
