import fc from 'fast-check'
import { expect, test } from 'vitest'
import { configuration } from '../testing/routing-arbitraries'
import { dispatchManually } from './dispatch-manually'
import { indexConfiguration } from './index-configuration'

const populated = configuration.filter(({ destinations }) => destinations.length > 0)

test('a manual dispatch goes to the one destination, whatever it accepts, and names no other', () => {
  fc.assert(
    fc.property(populated, (workspace) => {
      const index = indexConfiguration(workspace)
      for (const { id, displayName } of workspace.destinations) {
        const receipt = dispatchManually(index, id)
        expect(receipt?.decision).toEqual({ outcome: 'routed', scenario: 4, destinations: [id], faults: [] })
        expect(receipt?.entries[0]).toEqual({ destinationId: id, displayName, chosen: true })
        expect(receipt?.entries.slice(1)).toEqual(
          index.destinations
            .filter((other) => other.id !== id)
            .map((other) => ({
              destinationId: other.id,
              displayName: other.displayName,
              chosen: false,
              reasons: [{ code: 'not-named' }],
            })),
        )
      }
    }),
  )
})

test('a manual dispatch to a destination that is not there has no receipt', () => {
  const index = indexConfiguration({ destinations: [], settings: { emptyDynamicList: 'continue' } })
  expect(dispatchManually(index, '6f1c2d0a-8f0e-4a52-9a51-0b7a6a1f0001')).toBeUndefined()
})
