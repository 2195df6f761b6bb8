import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

export type Address = ipaddr.IPv4 | ipaddr.IPv6

/** What an address is for. Only `public` is let through by default. */
export type AddressKind =
  | 'public'
  | 'loopback'
  | 'private'
  | 'link-local'
  | 'carrier-grade-nat'
  | 'multicast'
  | 'metadata'
  | 'reserved'
  | 'unspecified'

// The cloud's metadata services; 168.63.129.16 (Azure) lies in public space, the others are named for a clear message.
const METADATA_ADDRESSES = new Set(['169.254.169.254', '169.254.170.2', '100.100.100.200', '168.63.129.16'])

/** RFC 6890's registry as ipaddr.js names it. A range that is not here is refused as `reserved`. */
const KIND_BY_RANGE: Readonly<Record<string, AddressKind>> = {
  unicast: 'public',
  unspecified: 'unspecified',
  loopback: 'loopback',
  private: 'private',
  uniqueLocal: 'private',
  deprecatedSiteLocal: 'private',
  linkLocal: 'link-local',
  carrierGradeNat: 'carrier-grade-nat',
  multicast: 'multicast',
}

// RFC 4291 2.4: whatever is outside of it and not known by name is not assigned to anyone.
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')
const AWS_METADATA = 'fd00:ec2::254'

// RFC 4291 2.5.5.2 and RFC 6052 2.1: the two forms in which networks of today really reach an IPv4 host.
const TRANSLATED = [ipaddr.IPv6.parseCIDR('::ffff:0:0/96'), ipaddr.IPv6.parseCIDR('64:ff9b::/96')]
// Deprecated or local forms: even around a public address there is no honest reason to send to one.
const COMPATIBLE = [ipaddr.IPv6.parseCIDR('::/96'), ipaddr.IPv6.parseCIDR('::ffff:0:0:0/96')]
const SIX_TO_FOUR = ipaddr.IPv6.parseCIDR('2002::/16')
const TEREDO = ipaddr.IPv6.parseCIDR('2001::/32')
const LOCAL_NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b:1::/48')

/** Reads an address in its strict spelling: four decimal parts, or IPv6 without a scope. `undefined` for anything else. */
export function parseAddress(text: string): Address | undefined {
  if (isIP(text) === 0 || text.includes('%')) return undefined
  // ipaddr.js reads ::8.8.8.8 as the mapped ::ffff:8.8.8.8; a URL's spelling has no dots to misread.
  return ipaddr.parse(isIP(text) === 6 ? bareHost(new URL(`http://[${text}]/`).hostname) : text)
}

/** A URL's host name without an IPv6 address's brackets. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '')
}

/** Classifies one address. What can't be read is `reserved`, so that nothing unknown is let through. */
export function classifyAddress(text: string): AddressKind {
  const address = parseAddress(text)
  if (!address) return 'reserved'
  return address instanceof ipaddr.IPv6 ? classifyIpv6(address) : classifyIpv4(address)
}

function classifyIpv4(address: ipaddr.IPv4): AddressKind {
  if (METADATA_ADDRESSES.has(address.toString())) return 'metadata'
  return KIND_BY_RANGE[address.range()] ?? 'reserved'
}

function classifyIpv6(address: ipaddr.IPv6): AddressKind {
  const bytes = address.toByteArray()
  const range = address.range()
  if (range === 'unspecified' || range === 'loopback') return range
  if (TRANSLATED.some((prefix) => address.match(prefix))) return classifyIpv4(new ipaddr.IPv4(bytes.slice(12)))
  const embedded = deprecatedEmbedding(address, bytes)
  if (embedded) {
    const kind = classifyIpv4(new ipaddr.IPv4(embedded))
    return kind === 'public' ? 'reserved' : kind
  }
  if (address.toString() === AWS_METADATA) return 'metadata'
  const kind = KIND_BY_RANGE[range] ?? 'reserved'
  return kind === 'public' && !address.match(GLOBAL_UNICAST) ? 'reserved' : kind
}

/** The four bytes of the IPv4 address inside, by the layouts of RFC 4291, 3056, 4380 and 6052 (/48). */
function deprecatedEmbedding(address: ipaddr.IPv6, bytes: number[]): number[] | undefined {
  if (COMPATIBLE.some((prefix) => address.match(prefix))) return bytes.slice(12)
  if (address.match(SIX_TO_FOUR)) return bytes.slice(2, 6)
  if (address.match(TEREDO)) return bytes.slice(12).map((byte) => byte ^ 0xff)
  if (address.match(LOCAL_NAT64)) return [...bytes.slice(6, 8), ...bytes.slice(9, 11)]
  return undefined
}

const KIND_WORDS: Record<AddressKind, string> = {
  public: 'a public address',
  loopback: 'a loopback address',
  private: 'a private address',
  'link-local': 'a link-local address',
  'carrier-grade-nat': 'an address inside a provider’s network',
  multicast: 'a multicast address',
  metadata: 'the address of a cloud metadata service',
  reserved: 'a reserved address',
  unspecified: 'an address of no host',
}

/** The kind in words, with its article: "a private address". */
export function describeKind(kind: AddressKind): string {
  return KIND_WORDS[kind]
}
