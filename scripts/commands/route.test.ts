import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { route } from './route'

const CASES = readFileSync(new URL('../../lib/routing/routing-cases.json', import.meta.url), 'utf8')

async function run(args: string[], files: Record<string, string> = {}) {
  const out: string[] = []
  const err: string[] = []
  const status = await route(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    readFile: (path) => {
      const text = files[path]
      if (text === undefined) throw new Error('no such file')
      return text
    },
  })
  return { status, out: out.join('\n'), err }
}

test('a file of cases is answered with what each case expects, in order', async () => {
  const { status, out, err } = await run(['--cases', 'cases.json'], { 'cases.json': CASES })
  const expected = JSON.parse(CASES).cases.map((one: { expect: unknown }) => one.expect)
  expect(JSON.parse(out)).toEqual(expected)
  expect({ status, err }).toEqual({ status: 0, err: [] })
})

test('no cases make an empty array', async () => {
  const { status, out } = await run(['--cases', 'none.json'], { 'none.json': '{"destinations":[],"cases":[]}' })
  expect({ status, decided: JSON.parse(out) }).toEqual({ status: 0, decided: [] })
})

test('what a case leaves out is taken as not defined', async () => {
  const bare = { destinations: [], cases: [{ alert: { type: 'RULE', severity: 'LOW', logTypes: [] } }] }
  const { out } = await run(['--cases', 'bare.json'], { 'bare.json': JSON.stringify(bare) })
  expect(JSON.parse(out)).toEqual([{ outcome: 'unrouted', scenario: null, destinations: [], faults: [] }])
})

test.each([[[]], [['--cases']], [['cases.json']], [['--case', 'cases.json']], [['--cases', 'a.json', 'b.json']]])(
  'a wrong call is told the right one: %j',
  async (args) => {
    const answer = await run(args, { 'cases.json': CASES })
    expect(answer).toEqual({ status: 2, out: '', err: ['Usage: switchyard route --cases FILE'] })
  },
)

test.each([
  ['missing.json', undefined, /^missing\.json: cannot be read \(no such file\)$/],
  ['broken.json', '{"cases":', /^broken\.json: is not JSON \(.+\)$/],
  ['list.json', '[]', /^list\.json: \(root\): .+ expected object/],
  ['short.json', '{"destinations":[]}', /^short\.json: cases: .+ expected array/],
  [
    'dynamic.json',
    '{"destinations":[],"cases":[{"alert":{"type":"RULE","severity":"LOW","logTypes":[]},"dynamic":{}}]}',
    /^dynamic\.json: cases\[0\]\.dynamic: .+ expected null, \{"returned": …\} or \{"error": "…"\}$/,
  ],
  [
    'severity.json',
    '{"destinations":[],"cases":[{"alert":{"type":"RULE","severity":"DEFAULT","logTypes":[]}}]}',
    /^severity\.json: cases\[0\]\.alert\.severity: .+"INFO"/,
  ],
])('a file that cannot be used fails with its name and the place: %s', async (path, text, message) => {
  const { status, out, err } = await run(['--cases', path], text === undefined ? {} : { [path]: text })
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(err).toEqual([expect.stringMatching(message)])
})
