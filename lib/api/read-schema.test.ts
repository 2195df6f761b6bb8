import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { curlOf } from './curl'
import { fieldsOf, referenceIn, typeOf } from './read-schema'
import { SchemaBook } from './schema-book'

const Place = z.object({ city: z.string() }).meta({ id: 'ReadSchemaPlace' })
const read = (schema: z.ZodType) => new SchemaBook().read(schema, 'test')

describe('a type in words', () => {
  test.each([
    [z.string(), 'string'],
    [z.string().nullable(), 'string | null'],
    [z.enum(['HIGH', 'LOW']), 'HIGH | LOW'],
    [z.array(z.int()), 'list of integer'],
    [z.literal(3), '3'],
    [z.unknown(), 'any'],
    [Place, 'ReadSchemaPlace'],
    [z.array(Place), 'list of ReadSchemaPlace'],
    [Place.nullable(), 'ReadSchemaPlace | null'],
  ])('%#', (schema, words) => {
    expect(typeOf(read(schema))).toBe(words)
  })

  test('names the schema that it leads to, through lists and alternatives', () => {
    expect([Place, z.array(Place), Place.nullable(), z.string()].map((schema) => referenceIn(read(schema)))).toEqual([
      'ReadSchemaPlace',
      'ReadSchemaPlace',
      'ReadSchemaPlace',
      undefined,
    ])
  })
})

test('fields are told with what they hold, and which must be there', () => {
  const schema = z.object({
    name: z.string().describe('As shown.'),
    rows: z.array(z.object({ key: z.string() })).optional(),
  })
  expect(fieldsOf(read(schema))).toMatchObject([
    { name: 'name', type: 'string', isRequired: true, description: 'As shown.', fields: [] },
    { name: 'rows', type: 'list of object', isRequired: false, fields: [{ name: 'key', isRequired: true }] },
  ])
})

test('a curl line survives a quotation mark in its body', () => {
  const content = { 'application/json': { schema: {}, example: { title: "it's" } } }
  const operation = {
    operationId: 'x',
    tags: [],
    summary: '',
    parameters: [],
    responses: {},
    requestBody: { required: true, content },
  }
  expect(curlOf('http://s', 'post', '/v1/alerts', operation)).toContain(String.raw`-d '{"title":"it'\''s"}'`)
})
