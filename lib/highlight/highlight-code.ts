import { classHighlighter, highlightCode as walk } from '@lezer/highlight'
import { parser as pythonParser } from '@lezer/python'
import { parser as yamlParser } from '@lezer/yaml'

export type CodeLanguage = 'python' | 'yaml' | 'json'

/** A run of text and the `tok-*` classes it is shown with; no class for plain text. */
export type CodeToken = { text: string; className: string }

/** JSON is YAML's flow style, so one grammar serves both. */
const PARSERS = { python: pythonParser, yaml: yamlParser, json: yamlParser } as const

/** Longer texts are shown plain: colour is not worth the time. In characters. */
const MAX_HIGHLIGHTED = 200_000

/** The lines of a text as tokens whose texts add up to the line. A text that does not parse is coloured as far as it does. */
export function highlightCode(code: string, language: CodeLanguage): CodeToken[][] {
  const text = code.replaceAll('\r\n', '\n')
  if (text.length > MAX_HIGHLIGHTED) return text.split('\n').map((line) => [{ text: line, className: '' }])
  const lines: CodeToken[][] = [[]]
  const tree = PARSERS[language].parse(text)
  walk(
    text,
    tree,
    classHighlighter,
    (token, className) => lines.at(-1)?.push({ text: token, className }),
    () => lines.push([]),
  )
  return lines
}
