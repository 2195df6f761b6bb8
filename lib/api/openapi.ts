import { z } from 'zod'
import { GROUPS, isNothing, type Method, type Operation } from './operation'
import { type JsonSchema, SchemaBook } from './schema-book'

type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: JsonSchema
}
type Content = Record<string, { schema: JsonSchema; example?: unknown }>
type Reply = { description: string; content?: Content } | { $ref: string }

export type OperationObject = {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  parameters: Parameter[]
  requestBody?: { required: boolean; content: Content }
  responses: Record<string, Reply>
  /** What the token must have; absent: any token will do. */
  'x-permission'?: string
}

export type OpenApiDocument = {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  security: Record<string, string[]>[]
  tags: { name: string }[]
  paths: Record<string, Partial<Record<Lowercase<Method>, OperationObject>>>
  components: {
    securitySchemes: Record<string, object>
    responses: Record<string, Reply>
    schemas: Record<string, JsonSchema>
  }
}

const ERRORS: Record<number, string> = {
  400: 'What was sent cannot be used; `fields` says where.',
  401: 'No valid token: unknown, expired, revoked, or not allowed from this address.',
  403: 'The token lacks the permission.',
  404: 'There is no such thing.',
  409: 'It conflicts with what is there, with another version, or with an earlier request under the same Idempotency-Key.',
  413: 'The body is larger than 10 MB.',
  429: 'Too many tries. Wait, then try again.',
  500: 'Something went wrong on the server; its log has the details.',
  503: 'The database does not answer. Nothing was changed.',
}

const ErrorShape = z
  .object({
    message: z.string().describe('What happened, then what to do.'),
    fields: z.record(z.string(), z.string()).optional().describe('What is wrong, by field.'),
  })
  .meta({ id: 'Error' })

const INTRODUCTION = `Programs come in with an API token, as \`X-API-Key: <token>\` or \`Authorization: Bearer <token>\`. Lists are read a page
at a time: \`next\` is the \`cursor\` of the next page. Any write may carry an \`Idempotency-Key\`: sent again within 24 hours, it gets
the first answer and nothing is done twice.`

/** The OpenAPI 3.1 document of these operations, made from the schemas that their handlers parse with. */
export function openApi(operations: readonly Operation[], version: string): OpenApiDocument {
  const book = new SchemaBook()
  const paths: OpenApiDocument['paths'] = {}
  for (const operation of operations) {
    const methods = paths[operation.path] ?? {}
    methods[lowerCase(operation.method)] = toObject(operation, book)
    paths[operation.path] = methods
  }
  const error = { 'application/json': { schema: book.read(ErrorShape, 'Error') } }
  return {
    openapi: '3.1.0',
    info: { title: 'Switchyard', version, description: INTRODUCTION },
    security: [{ apiKey: [] }, { bearer: [] }],
    tags: GROUPS.map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
      responses: Object.fromEntries(
        Object.entries(ERRORS).map(([status, description]) => [`Error${status}`, { description, content: error }]),
      ),
      schemas: book.schemas,
    },
  }
}

// The type of what `toLowerCase` gives is a plain text.
const lowerCase = (method: Method) => method.toLowerCase() as Lowercase<Method>

function toObject(operation: Operation, book: SchemaBook): OperationObject {
  const { id, group, summary, description, permission, status } = operation
  const answer = isNothing(operation.answer) ? undefined : book.read(operation.answer, id)
  return {
    operationId: id,
    tags: [group],
    summary,
    ...(description && { description }),
    parameters: parametersOf(operation, book),
    ...requestBodyOf(operation, book),
    responses: {
      [status]: {
        description: answer ? 'Done.' : 'Done; there is nothing to say.',
        ...(answer && { content: { 'application/json': { schema: answer } } }),
      },
      ...Object.fromEntries(errorsOf(operation).map((code) => [code, { $ref: `#/components/responses/Error${code}` }])),
    },
    ...(permission && { 'x-permission': permission }),
  }
}

function parametersOf(operation: Operation, book: SchemaBook): Parameter[] {
  const header = (name: string, required: boolean, description: string, schema: JsonSchema): Parameter => ({
    name,
    in: 'header',
    required,
    description,
    schema,
  })
  return [
    ...listed(operation.params, 'path', book),
    ...listed(operation.query, 'query', book),
    ...(operation.needsVersion
      ? [
          header('If-Match', true, 'The `version` that was read: a change in between is not overwritten.', {
            type: 'integer',
          }),
        ]
      : []),
    ...(operation.method === 'GET'
      ? []
      : [
          header('Idempotency-Key', false, 'Sent again within 24 hours, the request gets its first answer.', {
            type: 'string',
            minLength: 1,
            maxLength: 255,
          }),
        ]),
  ]
}

function listed(schema: z.ZodType, where: 'path' | 'query', book: SchemaBook): Parameter[] {
  const { properties = {} } = book.read(schema, where)
  // What an empty request is refused for, not what the schema lists: a reader of texts may fill in what is missing.
  const missing = new Set(schema.safeParse({}).error?.issues.map(({ path }) => String(path[0])))
  return Object.entries(properties).map(([name, { description, ...shape }]) => ({
    name,
    in: where,
    required: where === 'path' || missing.has(name),
    ...(description && { description }),
    schema: shape,
  }))
}

function requestBodyOf(operation: Operation, book: SchemaBook): Pick<OperationObject, 'requestBody'> {
  if (isNothing(operation.body)) return {}
  const shape = operation.bodyShape ?? operation.body
  const schema = book.read(shape, operation.id)
  const { example } = operation
  return {
    requestBody: {
      required: !shape.safeParse(undefined).success,
      content: {
        'application/json': { schema, ...(example !== undefined && { example }) },
        ...(operation.takesLines && { 'application/x-ndjson': { schema: { type: 'string' } } }),
      },
    },
  }
}

function errorsOf(operation: Operation): number[] {
  const isWrite = operation.method !== 'GET'
  const hasInput = isWrite || !isEmpty(operation.params) || !isEmpty(operation.query)
  return [
    ...(hasInput ? [400] : []),
    401,
    ...(operation.permission ? [403] : []),
    ...(isEmpty(operation.params) ? [] : [404]),
    ...(isWrite ? [409] : []),
    ...(isNothing(operation.body) ? [] : [413]),
    500,
    503,
  ]
}

const isEmpty = (schema: z.ZodType) => schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0
