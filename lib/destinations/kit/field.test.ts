import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { describeFields } from './describe-fields'
import { field } from './field'

const words = { label: 'Thing', help: 'What it is.' }

function messagesOf(schema: z.ZodType, value: unknown): string[] {
  return schema.safeParse(value).error?.issues.map(({ message }) => message) ?? []
}

function signingSecret(bytes: number): string {
  return `whsec_${Buffer.alloc(bytes, 'k').toString('base64')}`
}

describe('an address', () => {
  test.each([
    'https://example.com',
    'https://example.com:8443/a/b?c=d',
    'https://bücher.example/a',
    '  https://example.com/trimmed  ',
  ])('may be %s', (url) => {
    expect(messagesOf(field.url(words), url)).toEqual([])
  })

  test.each([
    'http://example.com',
    'ftp://example.com',
    'javascript:alert(1)',
    'example.com',
    'https://',
    'https:///example.com',
    'https:example.com',
    'https:\\\\example.com',
    'https://example.com/a b',
    'https://example.com/a\nb',
    'https://exa\u0000mple.com',
    'https://[::1',
  ])('may not be %j', (url) => {
    expect(messagesOf(field.url(words), url)).toEqual(['Enter a whole address that starts with https://.'])
  })

  test.each(['https://jo@example.com', 'https://jo:pw@example.com', 'https://:pw@example.com'])(
    'holds no credentials: %s',
    (url) => {
      expect(messagesOf(field.url(words), url)).toEqual([
        'An address holds no user name or password. Use a header for them.',
      ])
    },
  )

  it('may be plain http only where the type says so', () => {
    const schema = field.secretUrl({ ...words, allowsHttp: true })
    expect(messagesOf(schema, 'http://example.com')).toEqual([])
    expect(messagesOf(schema, 'ftp://example.com')).toEqual([
      'Enter a whole address that starts with http:// or https://.',
    ])
  })
})

describe('a text', () => {
  test.each([undefined, null, 5, '', '   '])('that is %j is missing', (value) => {
    expect(messagesOf(field.text(words), value)).toEqual(['Thing is required.'])
  })

  it('is trimmed, and at most 200 characters long', () => {
    expect(field.text(words).parse('  a ')).toBe('a')
    expect(messagesOf(field.text(words), 'x'.repeat(201))).toEqual(['Thing has at most 200 characters.'])
  })
})

describe('a signing secret', () => {
  test.each([24, 32, 64])('may hold %i bytes', (bytes) => {
    expect(messagesOf(field.signingSecret(words), signingSecret(bytes))).toEqual([])
  })

  test.each([
    signingSecret(23),
    signingSecret(65),
    signingSecret(32).slice('whsec_'.length),
    `${signingSecret(32)}=`,
    `${signingSecret(32).slice(0, -2)}-_`,
    `whsec_${'!'.repeat(44)}`,
  ])('may not be %s', (secret) => {
    expect(messagesOf(field.signingSecret(words), secret)).toEqual([
      'A signing secret is whsec_ followed by 24 to 64 bytes in base64. Copy it whole.',
    ])
  })
})

describe('headers', () => {
  const headers = field.headers(words)
  const named = (name: string) => [{ name, value: 'v' }]

  test.each(['Authorization', 'X-API-Key', "!#$%&'*+-.^_`|~09azAZ", 'Cookie', '__proto__'])(
    'may be named %s',
    (name) => {
      expect(messagesOf(headers, named(name))).toEqual([])
    },
  )

  test.each([
    ...['Host', 'content-length', 'Content-Type', 'TRANSFER-ENCODING', 'Connection', 'Keep-Alive', 'TE', 'Trailer'],
    ...['Upgrade', 'Expect', 'User-Agent', 'Accept', 'Accept-Encoding', 'Content-Encoding'],
    ...['webhook-id', 'Webhook-Signature', 'Proxy-Authorization', ' host '],
  ])('may not be named %s, which the client writes itself', (name) => {
    expect(messagesOf(headers, named(name))).toEqual([`Switchyard sets ${name.trim()} itself. Remove this header.`])
  })

  test.each(['X Key', 'X:Key', 'X-Kéy', 'a\r\nb', '"x"', 'x\u0000', '(x)'])('may not be named %j', (name) => {
    expect(messagesOf(headers, named(name))).toEqual([
      'A header name holds letters, digits and hyphens, without spaces or a colon.',
    ])
  })

  test.each(['a\nb', 'a\rb', 'a\r\nX-Injected: 1', 'a\u0000b', 'é', '😀', '\u007f'])(
    'may not have the value %j',
    (value) => {
      expect(messagesOf(headers, [{ name: 'X-Key', value }])).toEqual([
        'A header value is one line of letters, digits and signs (printable ASCII).',
      ])
    },
  )

  it('have a name and a value each', () => {
    expect(messagesOf(headers, [{ name: ' ', value: ' ' }])).toEqual([
      'A header needs a name.',
      'A header needs a value.',
    ])
    expect(messagesOf(headers, [{ name: 'X-Key' }])).toEqual(['A header needs a value.'])
  })

  it('are each there once, whatever the case', () => {
    const rows = [...named('X-Key'), ...named('Other'), ...named('x-kEY')]
    expect(headers.safeParse(rows).error?.issues).toMatchObject([
      { path: [2, 'name'], message: 'x-kEY is there twice. Keep one of them.' },
    ])
  })

  it('are at most 20', () => {
    const rows = Array.from({ length: 21 }, (_, index) => ({ name: `X-${index}`, value: 'v' }))
    expect(messagesOf(headers, rows.slice(0, 20))).toEqual([])
    expect(messagesOf(headers, rows)).toEqual(['A destination has at most 20 headers.'])
  })
})

describe('the form', () => {
  it('is described from the schema, in its order, through every wrapper', () => {
    const schema = z.object({
      site: field.url({ label: 'Site', placeholder: 'https://…', decidesHost: true }),
      region: field.choice({ label: 'Region', options: { us: 'US', eu: 'EU' }, decidesHost: true }).default('eu'),
      token: field.secret({ ...words, pattern: /./, message: 'No.' }).optional(),
      address: field.secretUrl(words).nullable().optional(),
      signing: field
        .signingSecret({ ...words, canGenerate: true })
        .optional()
        .readonly(),
      headers: field.headers(words).optional(),
      note: field.text(words).transform((text) => text.length),
    })
    const common = { label: 'Thing', help: 'What it is.', isSecret: false, decidesHost: false, canGenerate: false }
    const secret = { ...common, isSecret: true, isRequired: false }
    expect(describeFields(schema)).toEqual([
      {
        ...common,
        ...{ name: 'site', label: 'Site', help: undefined, placeholder: 'https://…', widget: 'url', maxLength: 2000 },
        ...{ isRequired: true, decidesHost: true },
      },
      {
        ...common,
        ...{ name: 'region', label: 'Region', help: undefined, widget: 'choice', isRequired: false, decidesHost: true },
        options: [
          { value: 'us', label: 'US' },
          { value: 'eu', label: 'EU' },
        ],
        defaultValue: 'eu',
      },
      { ...secret, name: 'token', widget: 'secret', maxLength: 1000 },
      { ...secret, name: 'address', widget: 'url', maxLength: 2000 },
      { ...secret, name: 'signing', widget: 'secret', canGenerate: true, maxLength: 1000 },
      { ...secret, name: 'headers', widget: 'headers' },
      { ...common, name: 'note', widget: 'text', isRequired: true, maxLength: 200 },
    ])
  })

  it('cannot be described when a field was not made with field', () => {
    expect(() => describeFields(z.object({ odd: z.string() }))).toThrow('"odd"')
  })

  it('names the choices there are when another is given', () => {
    const region = field.choice({ label: 'Region', options: { us: 'US', eu: 'EU' } })
    expect(messagesOf(region, 'asia')).toEqual(['Region: choose one of US, EU.'])
  })
})
