import { isSeq } from 'yaml'
import type { DetectionKind } from '../domain/detection'
import {
  entries,
  isMapping,
  items,
  type Reading,
  readBoolean,
  readText,
  refuse,
  refuseUnknown,
  type Value,
} from './values'

const MAX_TESTS = 500
const MAX_TEST_NAME = 1_000
const RULE_TEST_KEYS = ['Name', 'ExpectedResult', 'Log', 'LogType', 'Mocks']
const POLICY_TEST_KEYS = ['Name', 'ExpectedResult', 'Resource', 'ResourceType', 'Mocks']

/** The names of the unit tests under `Tests`, in order, each checked to have what running it needs. */
export function readTestNames(reading: Reading, value: Value | undefined, kind: DetectionKind): string[] {
  if (value === undefined) return []
  if (!isSeq(value.node)) {
    refuse(reading, value, 'Tests must be a list, each entry starting with "- Name:".')
    return []
  }
  if (value.node.items.length > MAX_TESTS) {
    refuse(reading, value, `There are more than ${MAX_TESTS} tests. Remove some.`)
    return []
  }
  return items(reading, value).flatMap((test) => readTestName(reading, test, kind) ?? [])
}

function readTestName(reading: Reading, test: Value, kind: DetectionKind): string | undefined {
  if (!isMapping(test.node)) return refuse(reading, test, 'A test must hold Name, ExpectedResult and the event to try.')
  const allowed = kind === 'policy' ? POLICY_TEST_KEYS : RULE_TEST_KEYS
  const values = entries(reading, test.node, test.key)
  for (const [name, value] of values) {
    if (!allowed.includes(name))
      refuseUnknown(reading, { at: value.keyAt, key: value.key }, { name, owner: 'a test', allowed })
  }
  const subject = kind === 'policy' ? 'Resource' : 'Log'
  for (const name of ['Name', 'ExpectedResult', subject]) {
    if (!values.has(name)) refuse(reading, test, `The test has no ${name}. Add one.`)
  }
  const expected = values.get('ExpectedResult')
  if (expected !== undefined) readBoolean(reading, expected)
  const name = values.get('Name')
  return name === undefined ? undefined : readText(reading, name, { max: MAX_TEST_NAME })
}
