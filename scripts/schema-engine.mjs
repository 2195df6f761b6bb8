#!/usr/bin/env node
// Stands in for Prisma's native schema engine: the same arguments and JSON-RPC over stdio that its command line expects,
// answered by the official engine in its WebAssembly package. Only the developers' `prisma` commands use it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    version: { type: 'boolean', short: 'V' },
    datasource: { type: 'string' },
    datamodels: { type: 'string', multiple: true },
  },
})
const url = options.datasource ? JSON.parse(options.datasource).url : undefined

function loadEngine() {
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {
    './schema_engine_bg.js': engineModule,
  })
  engineModule.__wbg_set_wasm(exports)
  exports.__wbindgen_start()
}

const databaseName = (address) => decodeURIComponent(new URL(address).pathname.slice(1))

async function connect(address, database = databaseName(address)) {
  const target = new URL(address)
  target.pathname = `/${encodeURIComponent(database)}`
  target.search = ''
  const client = new pg.Client({ connectionString: target.href })
  await client.connect()
  return client
}

async function createDatabase() {
  const client = await connect(url, 'postgres')
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(databaseName(url))}`)
  } finally {
    await client.end()
  }
  return { databaseName: databaseName(url) }
}

// The adapter leaves three things out that only migrations meet: PostgreSQL's internal "char" type, scripts with ';' inside
// a function body, and a shadow database whose name the connection string would win over.
class MigrationAdapter extends PrismaPg {
  async connect() {
    return withScripts(await super.connect())
  }

  async connectToShadowDb() {
    const database = `prisma_shadow_${crypto.randomUUID()}`
    const main = await connect(url, 'postgres')
    await main.query(`CREATE DATABASE "${database}"`)
    const address = new URL(url)
    address.pathname = `/${database}`
    const shadow = await new MigrationAdapter({ connectionString: address.href }).connect()
    const dispose = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await dispose()
      await main.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`)
      await main.end()
    }
    return shadow
  }
}

const CHAR_OID = 18
const BPCHAR_OID = 1042

function withScripts(queryable) {
  const performIO = queryable.performIO.bind(queryable)
  const queryRaw = queryable.queryRaw.bind(queryable)
  let charColumns = []
  queryable.performIO = async (query) => {
    const result = await performIO(query)
    charColumns = []
    result.fields?.forEach((field, index) => {
      if (field.dataTypeID !== CHAR_OID) return
      charColumns.push(index)
      field.dataTypeID = BPCHAR_OID
    })
    return result
  }
  queryable.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
  if (queryable.executeScript) {
    queryable.executeScript = async (sql) => {
      try {
        await queryable.client.query(sql)
      } catch (error) {
        queryable.onError(error)
      }
    }
  }
  if (queryable.startTransaction) {
    const start = queryable.startTransaction.bind(queryable)
    queryable.startTransaction = async (...args) => withScripts(await start(...args))
  }
  return queryable
}

const PRISMA_CODES = {
  '3D000': 'P1003',
  '28P01': 'P1000',
  28000: 'P1000',
  ECONNREFUSED: 'P1001',
  ENOTFOUND: 'P1001',
  '42P04': 'P1009',
}

function log(level, message, errorCode) {
  const fields = { message, error_code: errorCode }
  process.stderr.write(
    `${JSON.stringify({ timestamp: new Date().toISOString(), level, fields, target: 'schema_engine::logger' })}\n`,
  )
}

async function runCli(command) {
  try {
    if (command === 'can-connect-to-database') await (await connect(url)).end()
    else if (command === 'create-database') await createDatabase()
    else throw new Error(`unsupported command: ${command}`)
    log('INFO', 'ok')
    return 0
  } catch (error) {
    const message = error.code === '3D000' ? `Database \`${databaseName(url)}\` does not exist` : error.message
    log('ERROR', message, PRISMA_CODES[error.code] ?? 'P1001')
    return 1
  }
}

function serve() {
  loadEngine()
  const datamodels = (options.datamodels ?? []).map((file) => [file, readFileSync(file, 'utf8')])
  let engine
  const getEngine = () => {
    engine ??= engineModule.SchemaEngine.new(
      { datamodels: datamodels.length > 0 ? datamodels : undefined },
      () => {},
      bindMigrationAwareSqlAdapterFactory(new MigrationAdapter({ connectionString: url })),
    )
    return engine
  }
  const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
  const own = {
    createDatabase,
    getDatabaseVersion: async () => (await getEngine()).version(null),
    ensureConnectionValidity: async () => {
      await (await connect(url)).end()
      return {}
    },
    diff: async (params) => {
      const result = await (await getEngine()).diff(params)
      if (result.stdout) send({ id: 1_000_000, method: 'print', params: { content: result.stdout } })
      return result
    },
  }
  const answer = async ({ id, method, params }) => {
    try {
      const result = own[method] ? await own[method](params) : await (await getEngine())[method](params)
      send({ id, result: result ?? {} })
    } catch (error) {
      const data = {
        is_panic: false,
        message: error.message ?? String(error),
        error_code: error.code ?? PRISMA_CODES[error.cause?.code],
        meta: error.meta ?? {},
      }
      send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
    }
  }
  let queue = Promise.resolve()
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      const request = JSON.parse(line)
      if (request.method) queue = queue.then(() => answer(request))
    })
    .on('close', () => queue.finally(() => process.exit(0)))
}

if (options.version) {
  loadEngine()
  process.stdout.write(`schema-engine-cli ${engineModule.version()}\n`)
} else if (positionals[0] === 'cli') {
  process.stderr.write('\n')
  process.exit(await runCli(positionals[1]))
} else {
  serve()
}
