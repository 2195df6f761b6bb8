import { EditorState } from '@uiw/react-codemirror'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offsetOf } from './problem-marks'

describe('offsetOf', () => {
  it('finds a line and column in the text', () => {
    const { doc } = EditorState.create({ doc: 'ab\ncde\n' })
    expect(offsetOf(doc, { line: 2, column: 3 })).toBe(5)
  })

  it('stays inside a text that has become shorter', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), (text, line, column) => {
        const { doc } = EditorState.create({ doc: text })
        const at = offsetOf(doc, { line, column })
        expect(at >= 0 && at <= doc.length).toBe(true)
      }),
    )
  })
})
