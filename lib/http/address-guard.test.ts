import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classifyAddress } from './address-guard'
import { REFUSED_ADDRESSES } from './testdata/refused-addresses'

const byte = fc.integer({ min: 0, max: 255 })
const innerIpv4 = fc.oneof(
  fc.tuple(fc.constantFrom(10, 127, 0), byte, byte, byte),
  fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
  fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
)
const hex = (high: number, low: number) => ((high << 8) | low).toString(16)

describe('an address of the inside is classified as such', () => {
  test.each(REFUSED_ADDRESSES)('%s is %s', (address, kind) => {
    expect(classifyAddress(address)).toBe(kind)
  })

  test('an inner IPv4 address is never public in any IPv6 form that carries it', () => {
    fc.assert(
      fc.property(innerIpv4, ([a, b, c, d]) => {
        const [high, low] = [hex(a, b), hex(c, d)]
        const forms = [
          `::ffff:${a}.${b}.${c}.${d}`,
          `::${a}.${b}.${c}.${d}`,
          `64:ff9b::${high}:${low}`,
          `2002:${high}:${low}::1`,
          `2001:0:1:2:3:4:${hex(a ^ 255, b ^ 255)}:${hex(c ^ 255, d ^ 255)}`,
          `64:ff9b:1:${high}:${hex(0, c)}:${hex(d, 0)}::`,
        ]
        expect(forms.filter((form) => classifyAddress(form) === 'public')).toEqual([])
      }),
    )
  })
})

describe('an address of the outside is public', () => {
  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '192.167.255.255',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450:4001:80b::200e',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('%s', (address) => {
    expect(classifyAddress(address)).toBe('public')
  })
})

describe('what is not a strict address is reserved', () => {
  test.each([
    '',
    'localhost',
    '127.1',
    '010.0.0.1',
    '0x7f.0.0.1',
    '8.8.8.8 ',
    '8.8.8',
    'fe80::1%eth0',
    '2606::1%1',
    '[::1]',
    '1.1.1.1/32',
  ])('"%s"', (text) => {
    expect(classifyAddress(text)).toBe('reserved')
  })

  test('whatever the text, it is classified and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV4Extended(), fc.ipV6()), (text) => classifyAddress(text) !== undefined),
    )
  })
})
