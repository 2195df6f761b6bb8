import { userCaller } from '@/lib/domain/caller'
import { SEVERITIES } from '@/lib/domain/severity'
import { createApiToken } from '@/lib/usecases/create-api-token'
import { createDestination } from '@/lib/usecases/create-destination'
import { answerParent } from './child'
import { type Provisions, RECEIVER_HOST, type RigDestination } from './provision'

// By the same use-cases as the console's own forms, on the database and with the key that the environment names.
async function provide(wanted: readonly RigDestination[]): Promise<Provisions> {
  const caller = userCaller({ id: 'rig', name: 'Rig', email: 'rig@example.com', role: 'Admin' }, new Date())
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
  const token = { name: 'rig', permissions: ['AlertRead', 'AlertModify'] as const, expiresAt: null, cidrs: [] }
  const { value } = await createApiToken(caller, { ...token, permissions: [...token.permissions] })
  return { token: value, destinationIds }
}

answerParent<readonly RigDestination[], Provisions>(provide)
