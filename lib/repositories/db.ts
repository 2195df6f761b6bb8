import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import { AppError, databaseUnavailable } from '../errors'
import { Prisma, PrismaClient } from './generated/client'
import { createPool } from './pool'

const CONNECT_TIMEOUT_MS = 3000
const POOL_SIZE = 16

/** A transaction, or the pool itself: every repository function takes one as its first argument. */
export type Tx = Prisma.TransactionClient

// Development reloads modules: the pool lives on the global object so that it is made once a process.
const holder = globalThis as { switchyardPrisma?: PrismaClient }

const ambient = new AsyncLocalStorage<Tx>()

function prisma(): PrismaClient {
  holder.switchyardPrisma ??= new PrismaClient({
    adapter: new PrismaPg(createPool(POOL_SIZE), { disposeExternalPool: true }),
    errorFormat: 'minimal',
  })
  return holder.switchyardPrisma
}

/** For the auth library's adapter alone. */
export const authPrisma = prisma

/** Runs statements that need no transaction together. @throws {AppError} `database-unavailable` */
export function query<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return translated(() => work(ambient.getStore() ?? prisma()))
}

/**
 * Runs `work` in one transaction, the one that is open already if any: all of it happens or none.
 * @throws {AppError} `database-unavailable`
 */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const open = ambient.getStore()
  if (open) return work(open)
  return translated(() =>
    prisma().$transaction((tx) => ambient.run(tx, () => work(tx)), { timeout: 15_000, maxWait: CONNECT_TIMEOUT_MS }),
  )
}

/** Closes the pool. */
export async function disconnect(): Promise<void> {
  await holder.switchyardPrisma?.$disconnect()
  holder.switchyardPrisma = undefined
}

/** Says a lost connection as the error that everyone knows. */
export async function translated<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw isUnavailable(error) ? databaseUnavailable(error) : error
  }
}

const UNAVAILABLE_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037'])
const UNAVAILABLE_MESSAGE =
  /Can't reach database server|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|connection (timeout|terminated)|terminating connection|the database system is|Connection terminated|timeout exceeded when trying to connect/i

function isUnavailable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true
  if (error instanceof Prisma.PrismaClientKnownRequestError && UNAVAILABLE_CODES.has(error.code)) return true
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if (UNAVAILABLE_MESSAGE.test(`${cause.message} ${'code' in cause ? String(cause.code) : ''}`)) return true
  }
  return false
}

/** True when `error` is the database's refusal of a second row with the same unique value. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}

/** Whether the database answers now. */
export async function isDatabaseUp(): Promise<boolean> {
  try {
    await prisma().$queryRaw`SELECT 1`
    return true
  } catch {
    return false
  }
}
