import {
  Decoration,
  type EditorState,
  EditorView,
  type Extension,
  GutterMarker,
  gutter,
  RangeSet,
} from '@uiw/react-codemirror'
import type { Problem } from '@/lib/domain/detection'

type Text = EditorState['doc']

/** Where a problem is in the text as it stands now; the end when the text has become shorter. */
export function offsetOf(doc: Text, { line, column }: Pick<Problem, 'line' | 'column'>): number {
  if (line > doc.lines) return doc.length
  const { from, to } = doc.line(Math.max(1, line))
  return Math.min(from + Math.max(0, column - 1), to)
}

class ProblemMarker extends GutterMarker {
  override elementClass = 'code-problem-mark'
  override toDOM(): Node {
    return document.createTextNode('!')
  }
}

const MARKER = new ProblemMarker()
const LINE = Decoration.line({ class: 'code-problem-line' })

/** A mark in the gutter and a tint on each line with a problem. */
export function problemMarks(problems: readonly Problem[]): Extension {
  if (problems.length === 0) return []
  return [
    EditorView.decorations.compute(['doc'], ({ doc }) =>
      Decoration.set(starts(doc, problems).map((at) => LINE.range(at))),
    ),
    gutter({
      class: 'code-problem-gutter',
      markers: ({ state }) => RangeSet.of(starts(state.doc, problems).map((at) => MARKER.range(at))),
    }),
  ]
}

/** The offsets of the lines with problems, ascending, each once. */
function starts(doc: Text, problems: readonly Problem[]): number[] {
  const offsets = new Set(problems.map((problem) => doc.lineAt(offsetOf(doc, problem)).from))
  return [...offsets].sort((a, b) => a - b)
}
