import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { createRedactor, MASK } from './redact'

const secretText = fc.string({ minLength: 4, maxLength: 60, unit: 'grapheme' }).filter((text) => !text.includes('•'))

describe('a redactor', () => {
  test.each([
    ['as it is', 'key p@ss/w"o<r>d! end', `key ${MASK} end`],
    ['percent-encoded', 'key p%40ss%2Fw%22o%3Cr%3Ed! end', `key ${MASK} end`],
    ['percent-encoded in lower case', 'key p%40ss%2fw%22o%3cr%3ed! end', `key ${MASK} end`],
    ['escaped for JSON', 'key p@ss/w\\"o<r>d! end', `key ${MASK} end`],
    ['escaped for HTML', 'key p@ss/w&quot;o&lt;r&gt;d! end', `key ${MASK} end`],
    ['in base64', `key ${btoa('p@ss/w"o<r>d!')} end`, `key ${MASK} end`],
    ['cut short at the end', 'key p@ss/w"o<r', `key ${MASK}`],
    ['cut short before an ellipsis', 'key p@ss/w"o<r… end', `key ${MASK}… end`],
  ])('masks a secret %s', (_, text, expected) => {
    expect(createRedactor(['p@ss/w"o<r>d!'])(text)).toBe(expected)
  })

  test.each([
    'a/b "c" \'d\' <e>?~',
    "a%2Fb%20%22c%22%20'd'%20%3Ce%3E%3F~",
    "a%2fb%20%22c%22%20'd'%20%3ce%3e%3f~",
    "a%2Fb+%22c%22+'d'+%3Ce%3E%3F~",
    "a/b%20%22c%22%20'd'%20%3Ce%3E?~",
    'a/b \\"c\\" \'d\' <e>?~',
    'a\\/b \\"c\\" \'d\' <e>?~',
    'a/b "c" \'d\' &lt;e&gt;?~',
    "a/b &quot;c&quot; 'd' &lt;e&gt;?~",
    'a/b &quot;c&quot; &#39;d&#39; &lt;e&gt;?~',
    'a/b &quot;c&quot; &#x27;d&#x27; &lt;e&gt;?~',
    'a/b &#34;c&#34; &#39;d&#39; &lt;e&gt;?~',
    'YS9iICJjIiAnZCcgPGU+P34=',
    'YS9iICJjIiAnZCcgPGU+P34',
    'YS9iICJjIiAnZCcgPGU-P34',
  ])('knows a secret written as %s', (written) => {
    expect(createRedactor(['a/b "c" \'d\' <e>?~'])(`[${written}]`)).toMatch(/^\[•{6}=?\]$/)
  })

  it('masks what a receiver quotes of an address: its path, its tokens', () => {
    const redact = createRedactor(['https://hooks.example.com/in/4f9d2c7e81b64a03?token=t0ken-of-mine'])
    expect(redact('Cannot POST /in/4f9d2c7e81b64a03')).toBe(`Cannot POST ${MASK}`)
    expect(redact('no hook 4f9d2c7e81b64a03')).toBe(`no hook ${MASK}`)
    expect(redact('bad token t0ken-of-mine')).toBe(`bad token ${MASK}`)
    expect(redact('hooks.example.com did not answer')).toBe('hooks.example.com did not answer')
  })

  it('masks a token without its scheme, and a signing key without its prefix', () => {
    const redact = createRedactor(['Bearer 8c1f0e9a7b', 'whsec_MfKQ9r8GKYqrTwjU'])
    expect(redact('token 8c1f0e9a7b is unknown')).toBe(`token ${MASK} is unknown`)
    expect(redact('key MfKQ9r8GKYqrTwjU')).toBe(`key ${MASK}`)
  })

  it('masks a secret whose spaces a quotation made one', () => {
    expect(createRedactor(['Basic  dXNlcjpw'])('sent Basic dXNlcjpw here')).toBe(`sent ${MASK} here`)
  })

  it('masks the parts of a secret that holds the mask’s own character', () => {
    expect(createRedactor(['abcd•efgh'])('x abcd•efgh y')).toBe(`x ${MASK}•${MASK} y`)
  })

  it('is quick with a text made to be slow', () => {
    const secrets = Array.from({ length: 22 }, (_, index) => `${'a'.repeat(40)}${index}`)
    expect(createRedactor(secrets)('aaaaaaaa…'.repeat(1_500))).toBe(`${MASK}…`.repeat(1_500))
  })

  it('masks overlapping secrets whole', () => {
    expect(createRedactor(['abcdef', 'defghi', 'abcdefghij'])('x abcdefghi y')).toBe(`x ${MASK} y`)
  })

  it('leaves secrets of fewer than four characters, and every other text, alone', () => {
    expect(createRedactor(['abc', ''])('abc is fine')).toBe('abc is fine')
    expect(createRedactor([])('anything')).toBe('anything')
  })

  it('leaves no secret in any text', () => {
    fc.assert(
      fc.property(fc.array(secretText, { maxLength: 4 }), fc.array(fc.string()), (secrets, parts) => {
        const forms = secrets.flatMap((secret) => [secret, JSON.stringify(secret), btoa(encodeURIComponent(secret))])
        const redacted = createRedactor(secrets)([...parts, ...forms].join(' '))
        for (const secret of secrets) expect(redacted).not.toContain(secret)
      }),
    )
  })

  it('changes nothing the second time, and never throws', () => {
    const any = fc.string({ unit: 'binary', maxLength: 40 })
    const bullets = fc.stringMatching(/^[a•.…]{0,12}$/)
    const secrets = fc.array(fc.oneof(any, bullets, fc.webUrl()), { maxLength: 4 })
    fc.assert(
      fc.property(secrets, fc.array(fc.oneof(any, bullets)), (given, parts) => {
        const redact = createRedactor(given)
        const once = redact([...parts, ...given, ...given.map((secret) => secret.slice(0, 10))].join(''))
        expect(redact(once)).toBe(once)
      }),
    )
  })

  it('takes lone surrogates, in secrets and in texts', () => {
    expect(createRedactor(['abc\ud800def'])('x abc\ud800def \udc00')).toBe(`x ${MASK} \udc00`)
  })
})
