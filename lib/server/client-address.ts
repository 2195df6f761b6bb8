import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number]

/** @throws {Error} that names the entry which is not a CIDR range. */
export function parseRanges(cidrs: readonly string[]): Range[] {
  return cidrs.map((cidr) => {
    if (!ipaddr.isValidCIDR(cidr)) {
      throw new Error(
        `SWITCHYARD_TRUSTED_PROXIES must be CIDR ranges, such as 10.0.0.0/8; ${JSON.stringify(cidr)} is not one.`,
      )
    }
    return ipaddr.parseCIDR(cidr)
  })
}

const isIn = (address: string, ranges: readonly Range[]) => {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return ranges.some((range) => parsed.kind() === range[0].kind() && parsed.match(range))
}

// Some proxies add the port: `203.0.113.9:51234`, `[2001:db8::1]:51234`.
const withoutPort = (text: string) => /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text

/**
 * Replaces what a client may say of itself by what is known: `x-forwarded-for` becomes the one address that the request
 * came from, believing only trusted proxies, and the other forwarding headers stay only when a trusted proxy sent them.
 */
export function establishClient(request: IncomingMessage, trusted: readonly Range[]): void {
  const peer = request.socket.remoteAddress ?? 'unknown'
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  let address = ipaddr.isValid(peer) ? ipaddr.process(peer).toString() : peer
  const isProxied = isIn(address, trusted)
  while (isIn(address, trusted)) {
    const next = withoutPort(forwarded.pop() ?? '')
    if (!ipaddr.isValid(next)) break
    address = ipaddr.process(next).toString()
  }
  request.headers['x-forwarded-for'] = address
  if (isProxied) return
  delete request.headers['x-forwarded-host']
  delete request.headers['x-forwarded-proto']
  delete request.headers['x-forwarded-port']
  delete request.headers.forwarded
}
