import type { DestinationInput } from '@/lib/contracts/destination'
import { type Child, startChild } from './child'
import type { Database } from './scratch'
import { withTeardown } from './teardown'

/** The host that every destination of the rig is at: each process is told by which door of the receiver it goes there. */
export const RECEIVER_HOST = 'receiver.example.com'

export const towards = (port: number) => ({ SWITCHYARD_EGRESS_MAP: `${RECEIVER_HOST}=http://127.0.0.1:${port}` })

export type RigDestination = { path: string; delivery?: DestinationInput['delivery'] }

export type Provisions = { token: string; destinationIds: string[] }

/** What is needed before alerts can be handed over: destinations that take every rule's alerts, and a token. */
export function provision({ url, key }: Database, wanted: readonly RigDestination[]): Promise<Provisions> {
  // A process has one database and one key for as long as it lives; the rig has several of both.
  return withTeardown(async (teardown) => {
    const environment = { DATABASE_URL: url, SWITCHYARD_KEY: key }
    const child: Child<readonly RigDestination[], Provisions> = startChild(
      new URL('./provision-process.ts', import.meta.url),
      teardown,
      environment,
    )
    return child.ask(wanted)
  })
}
