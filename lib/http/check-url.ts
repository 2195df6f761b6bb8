import { bareHost, classifyAddress, describeKind, parseAddress } from './address-guard'
import { type EgressPolicy, isAllowed } from './egress-policy'

/** A URL that may be sent to as far as its text tells, or why not. `message` names the host at most. */
export type CheckedUrl = { ok: true; url: URL } | { ok: false; failure: 'invalid-url' | 'refused'; message: string }

/** What to do about every refusal. */
export const HOW_TO_ALLOW = 'An operator can allow it with SWITCHYARD_EGRESS_ALLOW.'

// Remote shells and mail: what listens there reads lines, and would take a request's body for commands.
const REFUSED_PORTS = new Set([22, 23, 25, 465, 587])

// Names under which clouds serve credentials to their machines; all resolve to addresses inside.
const METADATA_NAMES = new Set([
  'metadata',
  'metadata.google.internal',
  'metadata.goog',
  'instance-data',
  'instance-data.ec2.internal',
  'metadata.azure.internal',
])

/**
 * Checks an address as it is written: its form, and its host if that is an address or a known local name. Asks no DNS,
 * so it suits a form; the client checks what a name resolves to when it sends.
 */
export function checkUrl(text: string, policy: EgressPolicy): CheckedUrl {
  const malformed = problemOfText(text)
  if (malformed) return { ok: false, failure: 'invalid-url', message: malformed }
  const url = new URL(text)
  const unusual = problemOfHost(text, url)
  if (unusual) return { ok: false, failure: 'invalid-url', message: unusual }
  // URL parsers read 2130706433, 0x7f.1 and full-width digits as 127.0.0.1: what was typed must be what is meant.
  const refused = isSpeltAs(text, url.hostname)
    ? problemOfTarget(url, policy)
    : `The host is an unusual spelling of the address ${url.hostname}. Enter the host’s name.`
  return refused ? { ok: false, failure: 'refused', message: refused } : { ok: true, url }
}

/** The port of a URL, its scheme's own if it has none. */
export function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
}

function authorityOf(text: string): string {
  return /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? ''
}

function problemOfText(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text)) return 'The address must begin with https:// or http://.'
  if (/[\s\p{Cc}\\]/u.test(text)) {
    return 'The address must have no spaces, line breaks or backslashes. Check what was pasted.'
  }
  if (authorityOf(text).includes('@')) {
    return 'The address must hold no user name or password. Remove what is before the @.'
  }
  if (!URL.canParse(text)) return 'The address is not valid. It must look like https://host/path.'
  return undefined
}

function problemOfHost(text: string, { hostname, port }: URL): string | undefined {
  if (port === '0') return 'The address has port 0, which no receiver listens on. Enter the right port.'
  if (hostname.endsWith('.')) return 'The host must not end in a dot. Remove it.'
  if (isSpeltAs(text, hostname) || parseAddress(hostname)) return undefined
  return `The host is spelt in an unusual way. Write it as ${hostname}.`
}

function isSpeltAs(text: string, hostname: string): boolean {
  return hostname.startsWith('[') || authorityOf(text).replace(/:\d*$/, '').toLowerCase() === hostname
}

function problemOfTarget(url: URL, policy: EgressPolicy): string | undefined {
  const host = bareHost(url.hostname)
  const port = portOf(url)
  if (policy.map.has(host)) return undefined
  if (REFUSED_PORTS.has(port)) return `Port ${port} is not one of HTTP. Enter the port that the receiver listens on.`
  if (parseAddress(host)) {
    const kind = classifyAddress(host)
    if (kind === 'public' || isAllowed(policy, { host, address: host, port })) return undefined
    return `${host} is ${describeKind(kind)}, which is not allowed. ${HOW_TO_ALLOW}`
  }
  // RFC 6761 6.3: these names are the machine itself, whatever DNS says.
  if (host === 'localhost' || host.endsWith('.localhost')) {
    if (isAllowed(policy, { host, address: '127.0.0.1', port })) return undefined
    return `${host} is this machine, which is not allowed. ${HOW_TO_ALLOW}`
  }
  if (METADATA_NAMES.has(host) && !isAllowed(policy, { host, address: '', port })) {
    return `${host} is the name of a cloud metadata service, which is not allowed. ${HOW_TO_ALLOW}`
  }
  return undefined
}
