import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CodeLanguage, highlightCode } from './highlight-code'

function classOf(code: string, language: CodeLanguage, text: string): string | undefined {
  return highlightCode(code, language)
    .flat()
    .find((token) => token.text === text)?.className
}

describe('highlightCode', () => {
  it('tells Python keywords, strings, comments and definitions apart', () => {
    const code = 'def rule(event):\n    # why\n    return event.get("a") == 1\n'
    expect(classOf(code, 'python', 'def')).toContain('tok-keyword')
    expect(classOf(code, 'python', '# why')).toContain('tok-comment')
    expect(classOf(code, 'python', '"a"')).toContain('tok-string')
    expect(classOf(code, 'python', '1')).toContain('tok-number')
    expect(classOf(code, 'python', 'rule')).toContain('tok-variableName')
  })

  it('tells YAML keys from values and comments', () => {
    const code = 'Severity: "High" # loud\n'
    expect(classOf(code, 'yaml', 'Severity')).toContain('tok-propertyName')
    expect(classOf(code, 'yaml', '"High"')).toContain('tok-string')
    expect(classOf(code, 'yaml', '# loud')).toContain('tok-comment')
  })

  it('tells JSON keys from values', () => {
    const code = '{\n  "id": "a",\n  "count": 1\n}'
    expect(classOf(code, 'json', '"id"')).toContain('tok-propertyName')
    expect(classOf(code, 'json', '"a"')).toContain('tok-string')
  })

  it('gives back the text line by line, whatever it holds', () => {
    const code = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('"""', "'", '#', ': ', '- ', '{', 'def f(', '\t', '\u2028')),
    )
    fc.assert(
      fc.property(code, fc.constantFrom<CodeLanguage>('python', 'yaml', 'json'), (parts, language) => {
        const text = parts.join('\n')
        const shown = highlightCode(text, language).map((line) => line.map((token) => token.text).join(''))
        expect(shown).toEqual(text.replaceAll('\r\n', '\n').split('\n'))
      }),
    )
  })

  it('shows a very long text plain', () => {
    const line = 'x = 1'
    const lines = highlightCode(`${line}\n`.repeat(50_000), 'python')
    expect(lines).toHaveLength(50_001)
    expect(lines[0]).toEqual([{ text: line, className: '' }])
  })
})
