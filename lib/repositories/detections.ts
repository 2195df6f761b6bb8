import type { NamingDetectionView } from '../contracts/destination'
import type { DetectionListQuery } from '../contracts/detection'
import { DETECTIONS_PER_PAGE } from '../domain/console'
import type { DetectionDefinition, DetectionKind } from '../domain/detection'
import type { Severity } from '../domain/severity'
import { AppError } from '../errors'
import { isUniqueViolation, type Tx } from './db'
import type { Prisma } from './generated/client'

/** A detection as it is kept: its files, and what of the YAML lists and look-ups need. */
export type StoredDetection = {
  id: string
  kind: DetectionKind
  displayName: string
  severity: Severity
  isEnabled: boolean
  logTypes: string[]
  tags: string[]
  /** Destination Overrides, ids in lower case. */
  overrides: string[]
  yaml: string
  body: string | null
  version: number
  createdAt: Date
  updatedAt: Date
  updatedBy: string
}

export type DetectionFiles = {
  definition: DetectionDefinition
  yaml: string
  body: string | null
  version: number
  at: Date
  by: string
}

type Row = Prisma.DetectionGetPayload<object>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const SUMMARY = {
  id: true,
  kind: true,
  displayName: true,
  severity: true,
  isEnabled: true,
  logTypes: true,
  tags: true,
  overrides: true,
  updatedAt: true,
} as const

export type DetectionSummary = Pick<StoredDetection, keyof typeof SUMMARY>

// Written only from a definition, which knows these unions.
const toSummary = (row: Pick<Row, keyof typeof SUMMARY>) => row as DetectionSummary

const notFound = () =>
  new AppError('not-found', 'There is no such detection. It may have been deleted; its address may be mistyped.')

function conditionsOf(query: DetectionListQuery): Prisma.DetectionWhereInput {
  const text = { contains: query.q, mode: 'insensitive' } as const
  return {
    ...(query.q !== '' && {
      OR: [{ id: text }, { displayName: text }, { logTypes: { has: query.q } }, { tags: { has: query.q } }],
    }),
    ...(query.kind.length > 0 && { kind: { in: query.kind } }),
    ...(query.severity.length > 0 && { severity: { in: query.severity } }),
    ...(query.enabled !== 'all' && { isEnabled: query.enabled === 'yes' }),
  }
}

export const detections = {
  async find(tx: Tx, id: string): Promise<StoredDetection | undefined> {
    const row = await tx.detection.findUnique({ where: { id } })
    return row ? { ...row, ...toSummary(row) } : undefined
  },

  /** @throws {AppError} `not-found` */
  async get(tx: Tx, id: string): Promise<StoredDetection> {
    const found = await detections.find(tx, id)
    if (!found) throw notFound()
    return found
  },

  /** The detection, locked until the transaction ends. @throws {AppError} `not-found` */
  async getLocked(tx: Tx, id: string): Promise<StoredDetection> {
    await tx.$queryRaw`SELECT 1 FROM detection WHERE id = ${id} FOR UPDATE`
    return detections.get(tx, id)
  },

  async page(
    tx: Tx,
    query: DetectionListQuery,
  ): Promise<{ items: DetectionSummary[]; total: number; totalUnfiltered: number }> {
    const where = conditionsOf(query)
    const [rows, total, totalUnfiltered] = await Promise.all([
      tx.detection.findMany({
        where,
        select: SUMMARY,
        orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
        skip: (query.page - 1) * DETECTIONS_PER_PAGE,
        take: DETECTIONS_PER_PAGE,
      }),
      tx.detection.count({ where }),
      tx.detection.count(),
    ])
    return { items: rows.map(toSummary), total, totalUnfiltered }
  },

  async search(tx: Tx, text: string, limit: number): Promise<{ id: string; displayName: string }[]> {
    const contains = { contains: text, mode: 'insensitive' } as const
    return tx.detection.findMany({
      where: { OR: [{ id: contains }, { displayName: contains }] },
      select: { id: true, displayName: true },
      orderBy: { displayName: 'asc' },
      take: limit,
    })
  },

  /** Every enabled detection's own part in routing. */
  async enabled(tx: Tx): Promise<DetectionSummary[]> {
    return (await tx.detection.findMany({ where: { isEnabled: true }, select: SUMMARY })).map(toSummary)
  },

  /** Detections that name the destination: in their Destination Overrides, or as a string in their Python. */
  async naming(tx: Tx, destination: { id: string; displayName: string }): Promise<NamingDetectionView[]> {
    const names = [destination.id, destination.displayName]
    return tx.$queryRaw<NamingDetectionView[]>`
      SELECT id, display_name AS "displayName", CASE WHEN overrides && ${names}::text[] THEN 'overrides' ELSE 'python' END AS by
      FROM detection
      WHERE overrides && ${names}::text[] OR literals && ${names}::text[]
      ORDER BY display_name COLLATE "C", id`
  },

  /** @throws {AppError} `conflict` when a detection has this id. */
  async insert(tx: Tx, files: DetectionFiles): Promise<void> {
    try {
      await tx.detection.create({ data: { ...columnsOf(files), createdAt: files.at } })
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      const { id } = files.definition
      throw new AppError(
        'conflict',
        `A detection with the id ${id} exists already. Open it to change it, or choose another id.`,
        {
          fields: { id: `A detection with the id ${id} exists already.` },
        },
      )
    }
  },

  async update(tx: Tx, files: DetectionFiles): Promise<void> {
    const { id, ...data } = columnsOf(files)
    await tx.detection.update({ where: { id }, data })
  },

  async delete(tx: Tx, id: string): Promise<void> {
    await tx.detection.delete({ where: { id } })
  },
}

function columnsOf({ definition, yaml, body, version, at, by }: DetectionFiles) {
  return {
    id: definition.id,
    kind: definition.kind,
    displayName: definition.displayName || definition.id,
    severity: definition.severity,
    isEnabled: definition.enabled,
    logTypes: [...definition.logTypes],
    tags: [...definition.tags],
    overrides: definition.outputIds.map(lowerId),
    literals: literalsOf(body ?? ''),
    yaml,
    body,
    version,
    updatedAt: at,
    updatedBy: by,
  }
}

const LITERAL = /(["'])((?:(?!\1)[^\\\n]){1,100})\1/g
const LITERALS_MAX = 2000

/** The short string literals of a Python text, each once. Ids are kept in lower case, as in the overrides. */
function literalsOf(body: string): string[] {
  const found = new Set<string>()
  for (const [, , text = ''] of body.matchAll(LITERAL)) {
    if (found.size >= LITERALS_MAX) break
    found.add(lowerId(text))
  }
  return [...found]
}

const lowerId = (entry: string) => (UUID.test(entry) ? entry.toLowerCase() : entry)
