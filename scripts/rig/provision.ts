import type { DestinationInput } from '@/lib/contracts/destination'
import { userCaller } from '@/lib/domain/caller'
import { SEVERITIES } from '@/lib/domain/severity'
import { provideEnvironment } from '@/lib/env'
import { disconnect } from '@/lib/repositories/db'
import { closeSql } from '@/lib/repositories/sql'
import { createApiToken } from '@/lib/usecases/create-api-token'
import { createDestination } from '@/lib/usecases/create-destination'
import type { Database } from './scratch'

/** The host that every destination of the rig is at: each process is told by which door of the receiver it goes there. */
export const RECEIVER_HOST = 'receiver.example.com'

export const towards = (port: number) => ({ SWITCHYARD_EGRESS_MAP: `${RECEIVER_HOST}=http://127.0.0.1:${port}` })

export type RigDestination = { path: string; delivery?: DestinationInput['delivery'] }

/** What a console needs before alerts can be handed over: destinations that take every rule's alerts, and a token. */
export async function provision(
  database: Database,
  wanted: readonly RigDestination[],
): Promise<{ token: string; destinationIds: string[] }> {
  provideEnvironment({ DATABASE_URL: database.url, SWITCHYARD_KEY: database.key })
  const caller = userCaller({ id: 'rig', name: 'Rig', email: 'rig@example.com', role: 'Admin' }, new Date())
  try {
    const destinationIds: string[] = []
    for (const { path, delivery = {} } of wanted) {
      const { id } = await createDestination(caller, {
        type: 'custom-webhook',
        displayName: `receiver ${path}`,
        severities: [...SEVERITIES],
        alertTypes: ['RULE'],
        logTypes: [],
        settings: { url: `http://${RECEIVER_HOST}${path}` },
        delivery,
      })
      destinationIds.push(id)
    }
    const permissions = ['AlertRead', 'AlertModify'] as const
    const { value } = await createApiToken(caller, {
      name: 'rig',
      permissions: [...permissions],
      expiresAt: null,
      cidrs: [],
    })
    return { token: value, destinationIds }
  } finally {
    await disconnect()
    await closeSql()
  }
}
