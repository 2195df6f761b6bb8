import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toWellFormed, truncate } from './text'

it('a text within its limit stays as it is', () => {
  expect(truncate('12345', 5)).toBe('12345')
})

it('a text over its limit ends in an ellipsis, within the limit and without half a character', () => {
  expect(truncate('123456', 5)).toBe('1234…')
  expect(truncate('12😀456', 4)).toBe('12…')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
      const cut = truncate(text, limit)
      expect(cut.length).toBeLessThanOrEqual(limit)
      expect(toWellFormed(cut)).toBe(cut)
    }),
  )
})

it('lone surrogates are replaced, in keys and values at any depth, and nothing else is', () => {
  expect(toWellFormed({ 'a\ud800': ['\udc00', { b: '😀\ud83d', n: 1, no: null, yes: true }] })).toEqual({
    'a\ufffd': ['\ufffd', { b: '😀\ufffd', n: 1, no: null, yes: true }],
  })
})
