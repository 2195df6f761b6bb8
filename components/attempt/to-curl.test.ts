import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCurl } from './to-curl'

const exchange = {
  method: 'POST',
  url: 'https://hooks.example.com/••••••',
  requestHeaders: { 'content-type': 'application/json' },
  requestBody: `{"title":"It's here"}`,
  bytesSent: 21,
  phases: { total: 12 },
}

/** What the shell makes of the command's words. */
const wordsOf = (command: string) =>
  execFileSync('sh', ['-c', command.replace(/^curl/, `printf '%s\\0'`)])
    .toString()
    .split('\0')
    .slice(0, -1)

describe('a request as a curl command', () => {
  it('names method, address, headers and body, secrets masked', () => {
    expect(wordsOf(toCurl(exchange))).toEqual([
      '--request',
      'POST',
      '--url',
      'https://hooks.example.com/••••••',
      '--header',
      'content-type: application/json',
      '--data-raw',
      `{"title":"It's here"}`,
    ])
  })

  it('gives the shell the body as it was sent, whatever is in it', () => {
    const text = fc.string({ minLength: 1, maxLength: 40 }).filter((body) => !body.includes('\0'))
    fc.assert(
      fc.property(text, (requestBody) => {
        expect(wordsOf(toCurl({ ...exchange, requestBody })).at(-1)).toBe(requestBody)
      }),
      { numRuns: 30 },
    )
  })

  it('has no body where none was sent', () => {
    expect(toCurl({ ...exchange, requestBody: '' })).not.toContain('--data-raw')
  })
})
