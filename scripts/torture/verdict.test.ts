import { describe, expect, test } from 'vitest'
import type { Receipt } from '../rig/receiver'
import { type Evidence, judge } from './verdict'

const receipt = (given: Partial<Receipt> = {}): Receipt => ({
  at: 1_000,
  door: 0,
  path: '/a',
  key: 'delivery-1',
  mark: 1,
  alertId: 'alert-1',
  end: 'accepted',
  ...given,
})

const evidence = (given: Partial<Evidence> = {}): Evidence => ({
  acceptedIds: ['alert-1'],
  storedIds: ['alert-1'],
  ledger: [{ id: 'delivery-1', alertId: 'alert-1', path: '/a', state: 'delivered', attempts: 1 }],
  receipts: [receipt()],
  faults: [],
  slots: ['worker-1', 'worker-2'],
  paths: ['/a'],
  ...given,
})

const problemsOf = (given: Partial<Evidence>) => judge(evidence(given)).problems
const repeated = [receipt(), receipt({ at: 20_000, door: 1 })]

describe('what is no problem', () => {
  test.each<[string, Partial<Evidence>]>([
    ['everything arrived once', {}],
    ['an attempt that failed was made again', { receipts: [receipt({ end: 'failed' }), receipt({ at: 1_200 })] }],
    [
      'a dead letter that never arrived',
      { ledger: [{ id: 'delivery-1', alertId: 'alert-1', path: '/a', state: 'failed', attempts: 1 }] },
    ],
    ['it was sent again, since the answer was lost', { receipts: [receipt({ end: 'lost' }), receipt({ at: 20_000 })] }],
    [
      'it was sent again, since its process was killed with it in hand',
      { receipts: repeated, faults: [{ what: 'killed', slot: 'worker-1', from: 1_010, to: 1_020 }] },
    ],
    [
      'it was sent again, since its process was killed before it could store the answer while the database was away',
      {
        receipts: repeated,
        faults: [
          { what: 'database away', from: 900, to: 15_000 },
          { what: 'killed', slot: 'worker-1', from: 15_500, to: 15_510 },
        ],
      },
    ],
    [
      'it was sent again, since its process was frozen past its lease',
      { receipts: repeated, faults: [{ what: 'frozen', slot: 'worker-1', from: 1_005, to: 18_000 }] },
    ],
    [
      'a process that was frozen sent what another one had sent meanwhile',
      { receipts: repeated, faults: [{ what: 'frozen', slot: 'worker-2', from: 500, to: 19_500 }] },
    ],
  ])('%s', (_name, given) => expect(problemsOf(given)).toEqual([]))
})

describe('what is a problem', () => {
  test.each<[string, Partial<Evidence>, RegExp]>([
    [
      'an accepted alert that is not stored',
      { acceptedIds: ['alert-1', 'alert-2'] },
      /1 accepted and not stored: alert-2/,
    ],
    ['a post that took effect twice', { storedIds: ['alert-1', 'alert-2'] }, /stored and never accepted/],
    ['an alert without its delivery', { paths: ['/a', '/b'] }, /without a delivery/],
    [
      'a delivery that came to no end',
      { ledger: [{ id: 'delivery-1', alertId: 'alert-1', path: '/a', state: 'waiting', attempts: 1 }] },
      /delivery-1 \(waiting\)/,
    ],
    [
      'one that the ledger calls delivered and no answer does',
      { receipts: [receipt({ end: 'failed' })] },
      /never answered so/,
    ],
    [
      'a key that belongs to another alert',
      { receipts: [receipt({ alertId: 'alert-2' })] },
      /no delivery of that alert/,
    ],
    [
      'an attempt that is in the ledger twice',
      { ledger: [{ id: 'delivery-1', alertId: 'alert-1', path: '/a', state: 'delivered', attempts: 2 }] },
      /more attempts/,
    ],
    [
      'a repeat without a reason',
      { receipts: repeated },
      /repeated without a reason: delivery-1 by worker-1, 19000 ms later by worker-2/,
    ],
    [
      'a repeat long before its process was killed',
      { receipts: repeated, faults: [{ what: 'killed', slot: 'worker-1', from: 12_000, to: 12_010 }] },
      /repeated without a reason/,
    ],
    [
      'a repeat when another process was killed',
      { receipts: repeated, faults: [{ what: 'killed', slot: 'worker-2', from: 1_010, to: 1_020 }] },
      /repeated without a reason/,
    ],
  ])('%s', (_name, given, said) => expect(problemsOf(given).join('\n')).toMatch(said))
})
