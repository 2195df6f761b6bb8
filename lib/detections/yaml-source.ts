import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml'
import type { Problem } from '../domain/detection'

/** Largest YAML text that is read, in characters. */
const MAX_YAML_LENGTH = 1_000_000
const MAX_ALIASES = 100
const TOO_DEEP = 'The file is nested too deeply to be read.'
const MAX_SYNTAX_PROBLEMS = 20

/** A parsed text whose root is a mapping, and a way from any place in it to a line and column. */
export type YamlSource = {
  doc: Document.Parsed
  root: YAMLMap
  problem(at: number, message: string, key?: string): Problem
}

type Opened = { ok: true; source: YamlSource; warnings: Problem[] } | { ok: false; problems: Problem[] }

/** The parser options that reading and changing share; duplicate keys are looked for here, in linear time. */
export const PARSE_OPTIONS = { prettyErrors: false, uniqueKeys: false, logLevel: 'error' } as const

/** Parses a text that should hold one YAML mapping; every problem has the place where it is. */
export function openYaml(text: string): Opened {
  if (text.length > MAX_YAML_LENGTH) return failed('The file is longer than 1 MB. Make it shorter.')
  try {
    return open(text)
  } catch (error) {
    if (error instanceof RangeError) return failed(TOO_DEEP)
    throw error
  }
}

/** Problems as they come when reading down the text. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column)
}

/** Follows an alias to what it stands for; `undefined` when nothing is there. */
export function resolved(node: unknown, doc: Document): Node | undefined {
  if (isAlias(node)) return node.resolve(doc)
  return (node ?? undefined) as Node | undefined
}

function failed(message: string): Opened {
  return { ok: false, problems: [{ message, line: 1, column: 1 }] }
}

function open(text: string): Opened {
  const lines = new LineCounter()
  const doc = parseDocument(text, { ...PARSE_OPTIONS, lineCounter: lines })
  const problem = (at: number, message: string, key?: string): Problem => {
    const { line, col } = lines.linePos(at)
    return { message, line: Math.max(1, line), column: Math.max(1, col), ...(key === undefined ? {} : { key }) }
  }
  if (doc.errors.length > 0) {
    return { ok: false, problems: firstOfEachLine(doc.errors.map((error) => problem(error.pos[0], explain(error)))) }
  }
  if (doc.contents === null) return failed('The file is empty.')
  if (!isMap(doc.contents)) return failed('The file must hold keys and values, such as "AnalysisType: rule".')
  const source = { doc, root: doc.contents as YAMLMap, problem }
  const problems = [...duplicateKeys(source), ...aliasProblems(source)]
  if (problems.length > 0) return { ok: false, problems }
  const warnings = doc.warnings.map((warning) => problem(warning.pos[0], `${warning.message}.`))
  return { ok: true, source, warnings }
}

/** One slip often breaks several rules of the grammar at once: the first is the one to tell. */
function firstOfEachLine(problems: Problem[]): Problem[] {
  const ordered = inOrder(problems)
  return ordered.filter(({ line }, index) => ordered[index - 1]?.line !== line).slice(0, MAX_SYNTAX_PROBLEMS)
}

function duplicateKeys({ doc, problem }: YamlSource): Problem[] {
  const problems: Problem[] = []
  visit(doc, {
    Map(_, map) {
      const seen = new Set<unknown>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        if (seen.has(key.value)) {
          problems.push(problem(key.range?.[0] ?? 0, `The key "${key.value}" is written twice. Keep one of them.`))
        }
        seen.add(key.value)
      }
    },
  })
  return problems.slice(0, MAX_SYNTAX_PROBLEMS)
}

function aliasProblems({ doc, problem }: YamlSource): Problem[] {
  let first: number | undefined
  const problems: Problem[] = []
  visit(doc, {
    Alias(_, alias, path) {
      const at = alias.range?.[0] ?? 0
      first ??= at
      const target = alias.resolve(doc)
      if (target === undefined) problems.push(problem(at, `Nothing above is anchored as "&${alias.source}".`))
      else if (path.includes(target)) problems.push(problem(at, `"*${alias.source}" stands inside what it names.`))
    },
  })
  if (first === undefined || problems.length > 0) return problems.slice(0, MAX_SYNTAX_PROBLEMS)
  try {
    doc.toJS({ maxAliasCount: MAX_ALIASES })
    return []
  } catch (error) {
    // The parser reports aliases that expand to too much with this class.
    if (!(error instanceof ReferenceError)) throw error
    return [problem(first, 'The aliases in this file expand to too much. Write the values themselves.')]
  }
}

const EXPLANATIONS: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'A tab is used for indentation. Use spaces.',
  BAD_INDENT: 'The indentation does not fit the lines around it, or a bracket is not closed.',
  MISSING_CHAR: 'Something is missing here: a closing quote or bracket, a comma, or a space after a colon.',
  MULTILINE_IMPLICIT_KEY: 'A key must fit on one line. Is a quote or a colon missing?',
  BLOCK_AS_IMPLICIT_KEY: 'The indentation does not fit the lines around it, or a value holds a colon and needs quotes.',
  MULTIPLE_DOCS: 'The file holds more than one YAML document. Put each detection in a file of its own.',
  BAD_SCALAR_START: 'A value cannot start with this character. Put the value in quotes.',
  BAD_DQ_ESCAPE: 'This backslash escape is not known inside double quotes. Use single quotes, or double the backslash.',
  UNEXPECTED_TOKEN: 'This was not expected here. Check the quotes, brackets and indentation.',
  RESOURCE_EXHAUSTION: TOO_DEEP,
  KEY_OVER_1024_CHARS: 'A key is longer than 1,024 characters. Is a quote or a colon missing?',
}

function explain(error: YAMLError): string {
  return EXPLANATIONS[error.code] ?? `This is not valid YAML: ${error.message}.`
}
