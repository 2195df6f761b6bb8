import type { AlertCountsView } from '../contracts/alert-list'
import { TYPES_OF_CLASS } from '../domain/alert-record'
import { ALERT_TABS, type AlertTab, CLASS_OF_TAB, COUNTED_MAX } from '../domain/alert-search'
import { IS_NEWEST, oneOf } from './alert-conditions'
import type { Sql } from './sql'

const counted = (rows: string) => `(SELECT count(*) FROM (${rows} LIMIT ${COUNTED_MAX}) counted)::int`

const IS_OPEN_ALERT = `a.status = 'OPEN' AND ${oneOf('a.type', TYPES_OF_CLASS.ALERT)}`

const openOf = (tab: AlertTab) =>
  counted(`SELECT 1 FROM alert a WHERE a.status = 'OPEN' AND ${oneOf('a.type', TYPES_OF_CLASS[CLASS_OF_TAB[tab]])}`)

// One look-up in the queue's index for each destination, however much waits.
const COUNTS = `SELECT
  json_build_object(${ALERT_TABS.map((tab) => `'${tab}', ${openOf(tab)}`).join(', ')}) AS open,
  ${counted(`SELECT 1 FROM alert a WHERE a.outcome = 'unrouted' AND ${IS_OPEN_ALERT}`)} AS unrouted,
  ${counted(`SELECT DISTINCT a.id FROM delivery d JOIN alert a ON a.id = d.alert_id
    WHERE d.phase = 'failed' AND ${IS_OPEN_ALERT} AND ${IS_NEWEST}`)} AS failed,
  ${counted(`SELECT 1 FROM delivery d WHERE d.phase = 'open' AND d.state <> 'sending' AND d.due_at < now() - interval '24 hours'`)} AS held`

/** What the sidebar and the tabs count. */
export const alertCounts = {
  async get(sql: Sql): Promise<AlertCountsView> {
    const [row] = await sql.rowsOnce<AlertCountsView>(COUNTS)
    if (!row) throw new Error('A statement without FROM gives one row.')
    return row
  },
}
