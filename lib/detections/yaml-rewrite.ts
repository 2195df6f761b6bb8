import { type Document, isScalar, isSeq, Pair, parseDocument, Scalar, visit, type YAMLMap, YAMLSeq } from 'yaml'
import { KEYS } from './keys'
import { PARSE_OPTIONS } from './yaml-source'
import { type NewValue, scalarOf } from './yaml-text'

/** Sets or removes one top-level key by writing the whole text anew: comments and order stay, spacing may not. */
export function rewriteKey(text: string, key: string, value: NewValue | undefined): string {
  const doc = parseDocument(text, PARSE_OPTIONS)
  const root = doc.contents as YAMLMap
  expandAliases(doc)
  const at = root.items.findIndex((item) => isScalar(item.key) && item.key.value === key)
  const pair = root.items[at]
  if (value === undefined) doc.delete(key)
  else if (pair !== undefined) pair.value = nodeFor(pair.value, value)
  else root.items.splice(placeFor(root, key), 0, new Pair(new Scalar(key), nodeFor(undefined, value)))
  return doc.toString({ lineWidth: 0 })
}

/** The new node, with the comments of the one it replaces and the entries that stay. */
function nodeFor(old: unknown, value: NewValue): Scalar | YAMLSeq {
  if (typeof value === 'object') return listFor(old, value)
  const scalar = scalarOf(value, { type: isScalar(old) ? old.type : undefined })
  return isScalar(old) ? withComments(scalar, old) : scalar
}

function listFor(old: unknown, list: readonly string[]): YAMLSeq {
  const seq = new YAMLSeq()
  const before = isSeq(old) ? old.items : []
  seq.items = list.map((entry) => before.find((item) => isScalar(item) && item.value === entry) ?? scalarOf(entry))
  if (!isSeq(old)) return seq
  seq.flow = old.flow
  return withComments(seq, old)
}

function withComments<T extends Scalar | YAMLSeq>(node: T, old: Scalar | YAMLSeq): T {
  node.comment = old.comment
  node.commentBefore = old.commentBefore
  return node
}

/** An anchor may go with the value that is replaced, so what refers to it is written out. */
function expandAliases(doc: Document.Parsed): void {
  visit(doc, {
    Alias(_, alias) {
      const copy = alias.resolve(doc)?.clone() as Scalar | YAMLMap | YAMLSeq | undefined
      if (copy !== undefined) delete copy.anchor
      return copy
    },
  })
}

function placeFor(root: YAMLMap, key: string): number {
  const order = [...KEYS.keys()]
  const isBefore = (item: Pair) => isScalar(item.key) && order.indexOf(String(item.key.value)) < order.indexOf(key)
  return root.items.findLastIndex(isBefore) + 1
}
