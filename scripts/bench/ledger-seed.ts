import { type Database, sql } from '../rig/scratch'

export const ALERTS = 400_000
const DETECTIONS = 500

const SECONDS_BACK = 30 * 24 * 3600
const CONTEXT = '{"sourceIp":"203.0.113.7","userAgent":"aws-cli/2.15","eventName":"ConsoleLogin"}'
const EXCHANGE = JSON.stringify([
  {
    method: 'POST',
    url: 'http://receiver.example.com/***',
    requestHeaders: { 'content-type': 'application/json', accept: 'application/json' },
    requestBody: JSON.stringify({ id: 'Bench.Rule', severity: 'HIGH', title: 'Root signed in', alertContext: CONTEXT }),
    bytesSent: 512,
    phases: { connect: 0.3, firstByte: 2.1, total: 2.5 },
    answer: {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"ok":true}',
      isBodyTruncated: false,
      address: '127.0.0.1:4000',
    },
  },
])

// Two deliveries an alert, every fourth of which took two attempts: a million attempts. A tenth are open, one in 200 failed.
const SEED = [
  `INSERT INTO alert (id, accepted_at, origin, detection_id, detection_version, severity, type, log_types, title, name, description, runbook,
     reference, tags, context, created_at, status, overrides, configuration_version, outcome, scenario, destinations, faults)
   SELECT md5('alert ' || n)::uuid, now() - make_interval(secs => ${SECONDS_BACK} * (1 - n::float8 / ${ALERTS})), 'api',
     'Bench.Rule.' || n % ${DETECTIONS}, repeat('0', 32), (ARRAY['INFO', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'])[1 + n % 5],
     'RULE', ARRAY['AWS.CloudTrail'], 'Root signed in from 203.0.113.' || n % 256, 'Root sign-in ' || n % ${DETECTIONS},
     'The root user of an account signed in.', '', '', ARRAY['aws'], '${CONTEXT}',
     to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), CASE WHEN n % 10 = 0 THEN 'OPEN' ELSE 'RESOLVED' END, '{}', w.configuration_version,
     'routed', 3, ARRAY[($1::uuid[])[1 + n % 10], ($1::uuid[])[11 + n % 10]], '[]'
   FROM generate_series(1, ${ALERTS}) n, workspace w`,
  `INSERT INTO delivery (id, alert_id, destination_id, reason, state, severity, alert_type, actor_name, created_at, due_at, changed_at,
     failed_at, attempts_made, attempts_counted)
   SELECT md5('delivery ' || a.number || ' ' || d.place)::uuid, a.id, d.id, 'routed',
     CASE WHEN a.number % 200 = 0 AND d.place = 1 THEN 'failed' ELSE 'delivered' END, a.severity, a.type, 'Switchyard', a.accepted_at,
     a.accepted_at, a.accepted_at, CASE WHEN a.number % 200 = 0 AND d.place = 1 THEN a.accepted_at END,
     1 + (a.number % 2 * (d.place - 1))::int, 1 + (a.number % 2 * (d.place - 1))::int
   FROM alert a, unnest(a.destinations) WITH ORDINALITY AS d(id, place)`,
  `INSERT INTO attempt (delivery_id, number, destination_id, started_at, outcome, status, reason, exchanges, total_ms)
   SELECT d.id, n, d.destination_id, d.created_at + n * interval '5 seconds',
     CASE WHEN d.state = 'delivered' AND n = d.attempts_made THEN 'delivered' ELSE 'retry' END, 200, NULL, '${EXCHANGE}', 2.5 + n
   FROM delivery d, generate_series(1, d.attempts_made) n`,
  'VACUUM ANALYZE',
]

/** A month of 400,000 alerts with a million attempts. @returns how many attempts there are. */
export async function seedLedger(database: Database, destinationIds: readonly string[]): Promise<number> {
  for (const statement of SEED) await sql(database, statement, statement.includes('$1') ? [destinationIds] : [])
  const [row] = await sql<{ n: number }>(database, 'SELECT count(*)::int AS n FROM attempt')
  return row?.n ?? 0
}
