import { lookup } from 'node:dns/promises'
import type { Resolve } from './open-connection'

/** Asks the operating system (its hosts file and DNS), every address in the order given. Rejects as `dns.lookup` does. */
export const systemResolve: Resolve = async (host) => {
  const answers = await lookup(host, { all: true, verbatim: true })
  return answers.map(({ address }) => address)
}
