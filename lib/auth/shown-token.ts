import ipaddr from 'ipaddr.js'

/** The value of the token that a request shows, as `X-API-Key` or as `Authorization: Bearer`. */
export function shownToken(header: (name: 'x-api-key' | 'authorization') => string | null): string | undefined {
  const bearer = /^Bearer +(\S+) *$/i.exec(header('authorization') ?? '')?.[1]
  return header('x-api-key')?.trim() || bearer
}

/** Whether an address is this machine's own. */
export function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback'
}
