import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSealer, UnsealError } from './seal'

const binding = { destinationId: '6f1c2d0a-8f0e-4a52-9a51-0b7a6a1f0001', field: 'url' }
const keys: [Uint8Array, Uint8Array] = [randomBytes(32), randomBytes(32)]

describe('a sealed secret', () => {
  test('opens to what was sealed, whatever it was', () => {
    const sealer = createSealer(keys)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (secret) => {
        expect(sealer.open(sealer.seal(secret, binding), binding)).toBe(secret)
      }),
    )
  })

  test('does not open for another destination or another field', () => {
    const sealer = createSealer(keys)
    const sealed = sealer.seal('s3cret', binding)
    expect(() => sealer.open(sealed, { ...binding, field: 'signingSecret' })).toThrow(UnsealError)
    expect(() => sealer.open(sealed, { ...binding, destinationId: '6f1c2d0a-8f0e-4a52-9a51-0b7a6a1f0002' })).toThrow(
      UnsealError,
    )
  })

  test('does not open when any one of its bytes was changed', () => {
    const sealer = createSealer(keys)
    const { keyId, sealed } = sealer.seal('s3cret', binding)
    for (let index = 0; index < sealed.length; index++) {
      const changed = Uint8Array.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(() => sealer.open({ keyId, sealed: changed }, binding)).toThrow(UnsealError)
    }
  })

  test('opens under an older key that is still given, and not when its key is gone', () => {
    const [newest, old] = keys
    const sealed = createSealer([old]).seal('s3cret', binding)
    expect(createSealer([newest, old]).open(sealed, binding)).toBe('s3cret')
    expect(() => createSealer([newest]).open(sealed, binding)).toThrow(UnsealError)
  })

  test('is different each time and holds nothing of the secret', () => {
    const sealer = createSealer(keys)
    const first = Buffer.from(sealer.seal('s3cret-value', binding).sealed)
    const second = Buffer.from(sealer.seal('s3cret-value', binding).sealed)
    expect(first.equals(second)).toBe(false)
    expect(first.includes('s3cret')).toBe(false)
  })
})
