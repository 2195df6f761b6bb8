import { once } from 'node:events'
import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { type SecureContext, connect as startTls } from 'node:tls'
import { bareHost, classifyAddress, describeKind, parseAddress } from './address-guard'
import { HOW_TO_ALLOW, portOf } from './check-url'
import { type EgressPolicy, isAllowed } from './egress-policy'
import type { Stopwatch } from './stopwatch'

// A network that swallows packets (IPv6 without a route back) must not use up the time that the next address needs.
const NEXT_ADDRESS_AFTER_MS = 2_000

/** Every address of a host. Asked once for a connection. */
export type Resolve = (host: string) => Promise<string[]>

export type ConnectionSettings = { policy: EgressPolicy; resolve: Resolve; secureContext: SecureContext }

/** What one exchange is bounded and measured by. */
export type Progress = { signal: AbortSignal; watch: Stopwatch }

/** A socket to a checked address, ready to be written to. */
export type Connection = {
  socket: Socket
  /** `ip:port`, an IPv6 address in brackets. */
  address: string
}

/** The guard said no. The message is safe to show. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly address?: string,
  ) {
    super(message)
  }
}

/**
 * Connects to a URL's host, or to the relay that the operator mapped it to, at an address that was checked first: the
 * name is resolved once and never again, so that a changed answer can't move the connection.
 * @throws {Refusal} if any address of the host is not allowed; else what DNS, the socket or TLS threw.
 */
export async function openConnection(url: URL, settings: ConnectionSettings, progress: Progress): Promise<Connection> {
  const host = bareHost(url.hostname)
  const relay = settings.policy.map.get(host)
  const end = new URL(relay ?? url)
  const addresses = await addressesOf(bareHost(end.hostname), settings, progress)
  const port = portOf(end)
  // The operator named the relay: it is trusted wherever it is.
  if (relay === undefined) refuseUnlessAllowed(settings.policy, { host, port }, addresses)
  const { socket, address } = await connectToFirst(addresses, port, progress)
  return {
    socket: end.protocol === 'https:' ? await secure(socket, host, { settings, progress }) : socket,
    address: isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`,
  }
}

async function addressesOf(host: string, { resolve }: ConnectionSettings, { watch, signal }: Progress) {
  if (parseAddress(host)) return [host]
  const addresses = await watch.time('dns', () => unlessAborted(resolve(host), signal))
  if (addresses.length === 0) throw Object.assign(new Error('no address'), { code: 'ENODATA' })
  return addresses
}

// One private address among public ones is how a name is made to reach inside: all must pass.
function refuseUnlessAllowed(
  policy: EgressPolicy,
  { host, port }: { host: string; port: number },
  addresses: readonly string[],
): void {
  for (const address of addresses) {
    const kind = classifyAddress(address)
    if (kind === 'public' || isAllowed(policy, { host, address, port })) continue
    const leads = host === address ? `${host} is` : `${host} resolves to ${address},`
    throw new Refusal(`${leads} ${describeKind(kind)}, which is not allowed. ${HOW_TO_ALLOW}`, address)
  }
}

async function connectToFirst(addresses: readonly string[], port: number, { watch, signal }: Progress) {
  return watch.time('connect', async () => {
    let failure: unknown
    for (const [index, address] of addresses.entries()) {
      const isLast = index === addresses.length - 1
      const patience = isLast ? signal : AbortSignal.any([signal, AbortSignal.timeout(NEXT_ADDRESS_AFTER_MS)])
      try {
        return { socket: await connectPinned(address, port, patience), address }
      } catch (error) {
        // The next address may be reachable; the last failure is the one told.
        failure = error
        if (signal.aborted || error instanceof Refusal) break
      }
    }
    throw failure
  })
}

async function connectPinned(address: string, port: number, signal: AbortSignal): Promise<Socket> {
  const socket = connectTcp({ host: address, port, noDelay: true })
  await settled(socket, 'connect', signal)
  if (parseAddress(socket.remoteAddress ?? '')?.toString() === parseAddress(address)?.toString()) return socket
  socket.destroy()
  throw new Refusal('The connection did not reach the address that was checked.', address)
}

async function secure(
  socket: Socket,
  host: string,
  { settings, progress }: { settings: ConnectionSettings; progress: Progress },
): Promise<Socket> {
  return progress.watch.time('tls', async () => {
    const tls = startTls({
      socket,
      host,
      // RFC 6066 3: an address is never sent as a server name.
      servername: isIP(host) === 0 ? host : '',
      secureContext: settings.secureContext,
      rejectUnauthorized: true,
      ALPNProtocols: ['http/1.1'],
    })
    await settled(tls, 'secureConnect', progress.signal)
    return tls
  })
}

async function settled(socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<void> {
  // An error between two owners of the socket has nobody to go to, and would end the process.
  socket.on('error', () => undefined)
  try {
    await once(socket, event, { signal })
  } catch (error) {
    socket.destroy()
    throw error
  }
}

async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: () => void = () => undefined
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
