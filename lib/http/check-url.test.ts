import { describe, expect, test } from 'vitest'
import { checkUrl } from './check-url'
import { ODD_SPELLINGS, REFUSED_ADDRESSES } from './testdata/refused-addresses'
import { allowing } from './testdata/start-receiver'

const nothingAllowed = { allow: [], map: new Map<string, string>() }

describe('a literal address of the inside is refused as it is written', () => {
  test.each(REFUSED_ADDRESSES)('%s', (address) => {
    const host = address.includes(':') ? `[${address}]` : address
    expect(checkUrl(`https://${host}/hook`, nothingAllowed)).toMatchObject({ ok: false, failure: 'refused' })
  })
})

describe('an odd spelling of an address is no way around', () => {
  test.each(ODD_SPELLINGS)('%s', (host) => {
    expect(checkUrl(`http://${host}/`, { ...nothingAllowed, allow: allowing('0.0.0.0/0') }).ok).toBe(false)
    expect(checkUrl(`http://${host}:8080/`, nothingAllowed).ok).toBe(false)
  })
})

describe('an address that is not one of HTTP is refused', () => {
  test.each([
    '',
    'hooks.example.com/path',
    '//hooks.example.com',
    'ftp://hooks.example.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'gopher://127.0.0.1:25/',
    'https:hooks.example.com',
    'https:/hooks.example.com',
    'https:\\\\hooks.example.com',
    'https://',
    'https:///path',
    'https://?query',
    'https://user@hooks.example.com',
    'https://user:secret@hooks.example.com',
    'https://hooks.example.com@127.0.0.1/',
    'https://:@hooks.example.com/',
    'https://hooks.example.com\\@127.0.0.1/',
    'https://hooks.example.com\n.evil.test/',
    ' https://hooks.example.com/',
    'https://hooks.example.com/a b',
    'https://hooks.example.com/\t',
    'https://hooks.example.com./',
    'https://hooks.example.com:0/',
    'https://hooks.example.com:65536/',
    'https://münchen.example/',
    'https://hooks%2eexample.com/',
    'https://[fe80::1%25eth0]/',
    'https://[::1/',
  ])('%j', (text) => {
    expect(checkUrl(text, nothingAllowed)).toMatchObject({ ok: false, failure: 'invalid-url' })
  })

  test.each([22, 23, 25, 465, 587])('port %i', (port) => {
    expect(checkUrl(`http://hooks.example.com:${port}/`, nothingAllowed)).toMatchObject({
      ok: false,
      failure: 'refused',
    })
  })
})

describe('a name that is known to lead inside is refused without DNS', () => {
  test.each(['localhost', 'LOCALHOST', 'api.localhost', 'metadata.google.internal', 'instance-data', 'metadata'])(
    '%s',
    (host) => {
      expect(checkUrl(`http://${host}:3000/`, nothingAllowed)).toMatchObject({ ok: false, failure: 'refused' })
      expect(checkUrl(`http://${host}:3000/`, { ...nothingAllowed, allow: allowing(host) }).ok).toBe(true)
    },
  )

  test('localhost is allowed with the loopback address, on the allowed port alone', () => {
    const policy = { ...nothingAllowed, allow: allowing('127.0.0.1:3000') }
    expect(checkUrl('http://localhost:3000/', policy).ok).toBe(true)
    expect(checkUrl('http://localhost:3001/', policy).ok).toBe(false)
  })
})

describe('an ordinary address passes', () => {
  test.each([
    'https://hooks.slack.com/services/T0/B0/x?y=%3D#z',
    'http://8.8.8.8:8080/',
    'HTTPS://Hooks.Example.COM/',
    'https://xn--mnchen-3ya.example/',
    'https://under_score.example/',
    'https://[2606:4700::1111]/',
    'https://[2606:4700:0:0:0:0:0:1111]:8443/',
    'https://example.com:443/user@host',
  ])('%s', (text) => {
    expect(checkUrl(text, nothingAllowed)).toEqual({ ok: true, url: new URL(text) })
  })

  test('so does one inside that an operator allowed or mapped to a relay', () => {
    expect(checkUrl('https://10.0.0.5:8443/', { ...nothingAllowed, allow: allowing('10.0.0.0/8:8443') }).ok).toBe(true)
    expect(checkUrl('https://10.0.0.5/', { ...nothingAllowed, allow: allowing('10.0.0.0/8:8443') }).ok).toBe(false)
    expect(
      checkUrl('http://localhost/', { ...nothingAllowed, map: new Map([['localhost', 'http://127.0.0.1:1']]) }).ok,
    ).toBe(true)
  })
})

test('what is wrong is said with the host at most, and what to do', () => {
  const messages = [
    'https://10.0.0.5/secret-path?token=secret-token',
    'https://secret-user:secret-password@hooks.example.com/',
    'http://2130706433/secret-path',
    'https://hooks.example.com:22/secret-path',
  ].map((text) => checkUrl(text, nothingAllowed))
  expect(messages).toEqual([
    {
      ok: false,
      failure: 'refused',
      message:
        '10.0.0.5 is a private address, which is not allowed. An operator can allow it with SWITCHYARD_EGRESS_ALLOW.',
    },
    {
      ok: false,
      failure: 'invalid-url',
      message: 'The address must hold no user name or password. Remove what is before the @.',
    },
    {
      ok: false,
      failure: 'refused',
      message: 'The host is an unusual spelling of the address 127.0.0.1. Enter the host’s name.',
    },
    {
      ok: false,
      failure: 'refused',
      message: 'Port 22 is not one of HTTP. Enter the port that the receiver listens on.',
    },
  ])
})
