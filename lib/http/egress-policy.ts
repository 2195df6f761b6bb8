import ipaddr from 'ipaddr.js'
import { type Address, parseAddress } from './address-guard'

/** One entry of the allow list; `text` is as the operator wrote it. */
export type AllowEntry = { text: string; port?: number } & ({ host: string } | { range: [Address, number] })

export type EgressPolicy = {
  /** What is let through although it is not public. */
  allow: readonly AllowEntry[]
  /** By host: the relay that its requests go to instead, `http://address:port`. */
  map: ReadonlyMap<string, string>
}

/** A variable's value, or what is wrong with it, worded to follow the variable's name. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; message: string }

const MAX_PORT = 65_535

/** Reads SWITCHYARD_EGRESS_ALLOW: `host[:port]` and `CIDR[:port]`, separated by commas; `[::1]:8080` for IPv6. */
export function parseEgressAllow(text: string): Parsed<readonly AllowEntry[]> {
  const value: AllowEntry[] = []
  for (const entry of entriesOf(text)) {
    const parsed = parseAllowEntry(entry)
    if (!parsed) {
      return {
        ok: false,
        message: `must be hosts, addresses and CIDRs, each with a port or without, such as "jira.internal:8443, 10.20.0.0/16, [fd00::/8]:443"; "${entry}" is none of these`,
      }
    }
    value.push(parsed)
  }
  return { ok: true, value }
}

/** Reads SWITCHYARD_EGRESS_MAP: `host=http://address:port`, separated by commas. The value's keys are lower case. */
export function parseEgressMap(text: string): Parsed<ReadonlyMap<string, string>> {
  const value = new Map<string, string>()
  for (const entry of entriesOf(text)) {
    const [host, relay] = [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]
    const name = host && canonicalHost(host)
    const origin = relayOrigin(relay)
    if (!entry.includes('=') || !name || !origin) {
      return {
        ok: false,
        message: `must be hosts and where their requests go instead, such as "hooks.example.com=http://127.0.0.1:4000"; "${entry}" is not`,
      }
    }
    if (value.has(name)) return { ok: false, message: `must name each host once; "${name}" is there twice` }
    value.set(name, origin)
  }
  return { ok: true, value }
}

/**
 * Whether the operator's allow list has this destination: by the host's name (whatever it resolves to) or by its
 * address. An entry with a port holds for that port alone. `host` has no brackets.
 */
export function isAllowed(policy: EgressPolicy, target: { host: string; address: string; port: number }): boolean {
  const address = parseAddress(target.address)
  return policy.allow.some((entry) => {
    if (entry.port !== undefined && entry.port !== target.port) return false
    if ('host' in entry) return entry.host === target.host
    return address !== undefined && isInRange(address, entry.range)
  })
}

function isInRange(address: Address, [network, prefix]: [Address, number]): boolean {
  if (address instanceof ipaddr.IPv6) return network instanceof ipaddr.IPv6 && address.match(network, prefix)
  return network instanceof ipaddr.IPv4 && address.match(network, prefix)
}

function entriesOf(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

function parseAllowEntry(text: string): AllowEntry | undefined {
  const split = splitPort(text)
  if (!split) return undefined
  const { subject, port } = split
  if (port !== undefined && (port < 1 || port > MAX_PORT)) return undefined
  const range = parseRange(subject)
  if (range) return { text, port, range }
  const host = canonicalHost(subject)
  return host ? { text, port, host } : undefined
}

function splitPort(text: string): { subject: string; port?: number } | undefined {
  if (parseAddress(text)) return { subject: text }
  const match =
    /^\[(?<subject>[^\]]+)\](?<prefix>\/\d+)?(?::(?<port>\d{1,5}))?$/.exec(text) ??
    /^(?<subject>[^[\]]+\/\d+)(?::(?<port>\d{1,5}))?$/.exec(text) ??
    /^(?<subject>[^[\]:/]+)(?::(?<port>\d{1,5}))?$/.exec(text)
  const { subject, prefix = '', port } = match?.groups ?? {}
  if (!subject) return undefined
  return { subject: subject + prefix, port: port === undefined ? undefined : Number(port) }
}

function parseRange(subject: string): [Address, number] | undefined {
  const [network = '', prefix, ...rest] = subject.split('/')
  const address = parseAddress(network)
  if (!address || rest.length > 0) return undefined
  const bits = address instanceof ipaddr.IPv6 ? 128 : 32
  const length = prefix === undefined ? bits : Number(prefix)
  return length <= bits ? [address, length] : undefined
}

const HOST_NAME = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/

/** The host as a URL would have it, without brackets; `undefined` if it is not one or is spelt in an unusual way. */
function canonicalHost(text: string): string | undefined {
  const address = parseAddress(text)
  if (address) return address.toString()
  const name = text.toLowerCase()
  return HOST_NAME.test(name) && URL.canParse(`http://${name}/`) && new URL(`http://${name}/`).hostname === name
    ? name
    : undefined
}

function relayOrigin(text: string): string | undefined {
  if (!/^http:\/\/[^/?#@\s]+\/?$/i.test(text) || !URL.canParse(text)) return undefined
  const { hostname, port } = new URL(text)
  return port === '0' ? undefined : `http://${hostname}:${port || '80'}`
}
