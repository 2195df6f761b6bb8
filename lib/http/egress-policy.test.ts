import { describe, expect, test } from 'vitest'
import { isAllowed, parseEgressAllow, parseEgressMap } from './egress-policy'
import { allowing } from './testdata/start-receiver'

const policy = (text: string) => ({ allow: allowing(text), map: new Map<string, string>() })

describe('the allow list lets through what it names', () => {
  test.each([
    ['jira.internal', { host: 'jira.internal', address: '10.0.0.5', port: 443 }],
    ['JIRA.internal:8443', { host: 'jira.internal', address: '10.0.0.5', port: 8443 }],
    ['10.20.0.0/16', { host: 'any.test', address: '10.20.3.4', port: 1234 }],
    ['10.20.0.0/16:443', { host: 'any.test', address: '10.20.3.4', port: 443 }],
    ['10.0.0.5', { host: '10.0.0.5', address: '10.0.0.5', port: 80 }],
    ['10.0.0.5:80', { host: 'any.test', address: '10.0.0.5', port: 80 }],
    ['::1', { host: '::1', address: '::1', port: 80 }],
    ['[::1]:8080', { host: '::1', address: '0:0:0:0:0:0:0:1', port: 8080 }],
    ['fd00::/8', { host: 'any.test', address: 'fd12::1', port: 1 }],
    ['[fd00::/8]:443', { host: 'any.test', address: 'fd12::1', port: 443 }],
    ['fd00::/8:443', { host: 'any.test', address: 'fd12::1', port: 443 }],
    ['first.test, second.test ,', { host: 'second.test', address: '127.0.0.1', port: 80 }],
  ])('%s', (text, target) => {
    expect(isAllowed(policy(text), target)).toBe(true)
  })
})

describe('the allow list lets through nothing else', () => {
  test.each([
    ['', { host: 'jira.internal', address: '10.0.0.5', port: 443 }],
    ['jira.internal', { host: 'sub.jira.internal', address: '10.0.0.5', port: 443 }],
    ['jira.internal:8443', { host: 'jira.internal', address: '10.0.0.5', port: 443 }],
    ['10.20.0.0/16', { host: 'any.test', address: '10.21.0.1', port: 443 }],
    ['10.20.0.0/16:443', { host: 'any.test', address: '10.20.3.4', port: 80 }],
    ['10.0.0.5', { host: '10.0.0.5', address: '10.0.0.6', port: 80 }],
    ['10.0.0.0/8', { host: 'any.test', address: '::ffff:10.0.0.5', port: 80 }],
    ['::/0', { host: 'any.test', address: '10.0.0.5', port: 80 }],
  ])('"%s"', (text, target) => {
    expect(isAllowed(policy(text), target)).toBe(false)
  })
})

describe('a wrong entry of the allow list is named', () => {
  test.each([
    'http://jira.internal',
    'jira.internal:0',
    'jira.internal:65536',
    'jira.internal:https',
    'jira.internal.',
    '*.internal',
    'user@host',
    '10.0.0.0/33',
    'fd00::/129',
    '10.0.0/8',
    '127.1',
    '0x7f.0.0.1',
    'fe80::1%eth0',
    '::1:8080:',
    '[::1',
    'a b',
  ])('%s', (entry) => {
    const parsed = parseEgressAllow(`fine.test, ${entry}`)
    expect(parsed).toEqual({ ok: false, message: expect.stringContaining(`"${entry}" is none of these`) })
  })
})

describe('the map of relays', () => {
  test('gives each host the origin of its relay', () => {
    expect(
      parseEgressMap('Hooks.Example.com=http://127.0.0.1:4000, api.test=http://[::1]:81/ ,relay.test=http://relay'),
    ).toEqual({
      ok: true,
      value: new Map([
        ['hooks.example.com', 'http://127.0.0.1:4000'],
        ['api.test', 'http://[::1]:81'],
        ['relay.test', 'http://relay:80'],
      ]),
    })
  })

  test.each([
    'hooks.test',
    '=http://127.0.0.1:1',
    'hooks.test=',
    'hooks.test=127.0.0.1:4000',
    'hooks.test=https://127.0.0.1:4000',
    'hooks.test=http://127.0.0.1:4000/path',
    'hooks.test=http://user:pass@127.0.0.1:4000',
    'hooks.test=http://127.0.0.1:0',
    'https://hooks.test=http://127.0.0.1:4000',
    'hooks.test:443=http://127.0.0.1:4000',
  ])('names the wrong entry %s', (entry) => {
    expect(parseEgressMap(`fine.test=http://127.0.0.1:1,${entry}`)).toEqual({
      ok: false,
      message: expect.stringContaining(`"${entry}" is not`),
    })
  })

  test('names a host that is there twice', () => {
    expect(parseEgressMap('a.test=http://127.0.0.1:1,A.test=http://127.0.0.1:2')).toEqual({
      ok: false,
      message: 'must name each host once; "a.test" is there twice',
    })
  })
})
