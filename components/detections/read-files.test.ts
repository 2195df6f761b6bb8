import { describe, expect, it } from 'vitest'
import { readFiles } from './read-files'

const file = (name: string, content = name, size = content.length) => ({ name, size, text: async () => content })

describe('readFiles', () => {
  it('tells YAML from Python by the ending, whatever the order and case', async () => {
    expect(await readFiles([file('rule.py', 'P'), file('Rule.YAML', 'Y')])).toEqual({
      yaml: 'Y',
      body: 'P',
      remarks: [],
    })
  })

  it('leaves what was not given undefined, so that what is typed stays', async () => {
    expect(await readFiles([file('rule.py', 'P')])).toEqual({ yaml: undefined, body: 'P', remarks: [] })
  })

  it('reads the first of several YAML files and names the others', async () => {
    const { yaml, remarks } = await readFiles([file('a.yml', 'A'), file('b.yml', 'B')])
    expect(yaml).toBe('A')
    expect(remarks).toEqual(['A detection has one YAML file: a.yml was read, b.yml not.'])
  })

  it('says why other files and huge ones were not read', async () => {
    const { yaml, remarks } = await readFiles([file('notes.txt'), file('a.yml', 'A', 5_000_000)])
    expect(yaml).toBeUndefined()
    expect(remarks).toHaveLength(2)
    expect(remarks[0]).toContain('notes.txt')
    expect(remarks[1]).toContain('4 MB')
  })
})
