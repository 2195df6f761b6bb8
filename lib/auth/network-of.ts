import ipaddr from 'ipaddr.js'

/** What one client cannot change at will: an IPv4 address whole, of an IPv6 address the network that its provider gave it. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed instanceof ipaddr.IPv6
    ? `${parsed.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')}::/64`
    : address
}
