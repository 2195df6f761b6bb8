import { globSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { openApi } from './openapi'
import type { Operation } from './operation'
import { operations } from './operations'

const document = openApi(operations, '1.2.3')
const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

/** The calls that the folders of `app/v1` answer, as their handlers say it of themselves. */
async function answered(): Promise<{ path: string; method: string; operation: Operation | undefined }[]> {
  const files = globSync('app/v1/**/route.ts').filter((file) => !/\[\.\.\.|openapi\.json/.test(file))
  const routes = await Promise.all(
    files.map(async (file) => {
      const handlers: Record<string, { operation?: Operation }> = await import(resolve(file))
      const path = dirname(file)
        .replace(/^app/, '')
        .replace(/\[(\w+)\]/g, '{$1}')
      return Object.entries(handlers).map(([method, handler]) => ({ path, method, operation: handler.operation }))
    }),
  )
  return routes.flat()
}

const nameOf = ({ path, method }: { path: string; method: string }) => `${method.toUpperCase()} ${path}`

describe('the document', () => {
  test('holds every call that is answered, and no other', async () => {
    const calls = await answered()
    expect(calls.map(nameOf).sort()).toEqual(documented.map(nameOf).sort())
  })

  test('is of the handlers that answer: each stands at its own path and method', async () => {
    for (const { path, method, operation } of await answered()) {
      expect(operation && nameOf(operation), nameOf({ path, method })).toBe(nameOf({ path, method }))
    }
  })

  test('names each operation once', () => {
    const ids = documented.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has a parameter for every name in a path', () => {
    for (const { path, operation } of documented) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const given = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)
      expect(given, path).toEqual(named)
    }
  })

  test('refers only to what it holds', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference)
    expect(references.length).toBeGreaterThan(0)
    for (const reference of references) {
      const found = (reference ?? '')
        .replace(/^#\//, '')
        .split('/')
        .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], document)
      expect(found, reference).toBeDefined()
    }
  })

  test('holds schemas that a validator of JSON Schema 2020-12 takes', () => {
    const ajv = addFormats(new Ajv2020({ strict: false, validateFormats: true }))
    ajv.addSchema({ $id: 'https://switchyard.test/openapi.json', ...document })
    for (const { operation } of documented) {
      const schemas = [
        ...operation.parameters.map(({ schema }) => schema),
        ...contents(operation.requestBody),
        ...Object.values(operation.responses).flatMap(contents),
      ]
      for (const schema of schemas) {
        expect(() => ajv.compile(absolute(schema)), JSON.stringify(schema)).not.toThrow()
      }
    }
  })

  test('gives examples that fit their own schemas', () => {
    const ajv = addFormats(new Ajv2020({ strict: false }))
    ajv.addSchema({ $id: 'https://switchyard.test/openapi.json', ...document })
    for (const { operation } of documented) {
      for (const { schema, example } of Object.values(operation.requestBody?.content ?? {})) {
        if (example === undefined) continue
        const isValid = ajv.compile(absolute(schema))
        expect(isValid(example), `${operation.operationId}: ${ajv.errorsText(isValid.errors)}`).toBe(true)
      }
    }
  })

  test('asks for a parameter only when a call without it is refused', () => {
    const list = document.paths['/v1/alerts']?.get
    expect(list?.parameters.every(({ required }) => !required)).toBe(true)
    const comments = document.paths['/v1/alert-comments']?.get
    expect(comments?.parameters.find(({ name }) => name === 'alert-id')).toMatchObject({ required: true })
  })

  test('says that a write may carry an Idempotency-Key, and that a read may not', () => {
    for (const { method, operation } of documented) {
      const names = operation.parameters.map(({ name }) => name)
      expect(names.includes('Idempotency-Key'), nameOf({ path: operation.operationId, method })).toBe(method !== 'get')
    }
  })
})

function contents(reply: unknown): object[] {
  const content = (reply as { content?: Record<string, { schema: object }> } | undefined)?.content ?? {}
  return Object.values(content).map(({ schema }) => schema)
}

/** A schema of the document, with its references from outside of it. */
function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"https://switchyard.test/openapi.json#/'))
}
