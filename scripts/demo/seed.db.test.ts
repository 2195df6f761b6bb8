import { afterAll, describe, expect, test } from 'vitest'
import { PreviewRoutingInput } from '../../lib/contracts/routing'
import { disconnect } from '../../lib/repositories/db'
import { aCaller } from '../../lib/testing/callers'
import { getDetection } from '../../lib/usecases/get-detection'
import { listDestinationChoices } from '../../lib/usecases/list-destination-choices'
import { previewRouting } from '../../lib/usecases/preview-routing'
import { DEMO_DESTINATIONS } from './destinations'
import { seedDemo } from './seed'

const caller = aCaller()
afterAll(disconnect)

describe('the demo data', () => {
  test('is there once, however often it is added', async () => {
    await seedDemo(caller)
    await seedDemo(caller)
    const names = (await listDestinationChoices(caller)).map(({ displayName }) => displayName)
    for (const { displayName } of DEMO_DESTINATIONS) {
      expect(names.filter((name) => name === displayName)).toEqual([displayName])
    }
    expect((await getDetection(caller, { id: 'Okta.User.LockedOut' })).version).toBe(1)
  })

  test('holds the worked example: what its destinations() returns is where its alert goes, by scenario 1', async () => {
    await seedDemo(caller)
    const returned = ['dev-alert-destinations', 'tines-okta-user-lock-out']
    const input = { alertType: 'RULE', severity: 'LOW', logTypes: ['Okta.SystemLog'], dynamic: { returned } }
    const receipt = await previewRouting(caller, PreviewRoutingInput.parse(input))
    expect(receipt.scenario).toBe(1)
    expect(receipt.chosen.map(({ displayName }) => displayName)).toEqual(returned)
  })
})
