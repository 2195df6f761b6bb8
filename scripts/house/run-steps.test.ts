import { describe, expect, it } from 'vitest'
import { commandStep, lastLines, runSteps, type Step } from './run-steps'

async function printed(steps: readonly Step[], atOnce = 1) {
  const lines: string[] = []
  const tally = await runSteps(steps, { atOnce, print: (line) => lines.push(line) })
  return { tally, text: lines.join('\n') }
}

describe('steps', () => {
  it('are counted by how their commands end', async () => {
    const { tally } = await printed(
      [commandStep('a', 'exit 0'), commandStep('b', 'exit 3'), commandStep('c', 'true')],
      2,
    )
    expect(tally).toEqual({ passed: 2, failed: 1 })
  })

  it('show what they printed only if they failed', async () => {
    const { text } = await printed([
      commandStep('quiet', 'echo unseen'),
      commandStep('loud', 'echo seen; echo seen too >&2; exit 1'),
    ])
    expect(text).not.toContain('unseen')
    expect(text).toMatch(/passed +quiet.*\nFAILED +loud.*\n\$ .*\nseen\nseen too/)
  })

  it('fail when they throw, and say why', async () => {
    const step = { name: 'a', run: () => Promise.reject(new Error('There is no browser.')) }
    expect(await printed([step])).toMatchObject({
      tally: { passed: 0, failed: 1 },
      text: expect.stringContaining('There is no browser.'),
    })
  })

  it('hand their commands the environment they are given', async () => {
    const { tally } = await printed([commandStep('a', 'test "$OF_THE_STEP" = here', { OF_THE_STEP: 'here' })])
    expect(tally.passed).toBe(1)
  })

  it.each([1, 2])('run %i at a time', async (atOnce) => {
    let running = 0
    let most = 0
    const run = async () => {
      most = Math.max(most, ++running)
      await new Promise(setImmediate)
      running--
      return { isPassed: true, output: '' }
    }
    await printed(
      ['a', 'b', 'c', 'd'].map((name) => ({ name, run })),
      atOnce,
    )
    expect(most).toBe(atOnce)
  })
})

describe('a long text', () => {
  it('is cut to its last lines, and says so', () => {
    const lines = Array.from({ length: 203 }, (_, line) => `line ${line}`)
    expect(lastLines(lines.join('\n')).split('\n').slice(0, 2)).toEqual([
      '(3 lines before this are left out)',
      'line 3',
    ])
    expect(lastLines('a\nb\n')).toBe('a\nb')
  })
})
