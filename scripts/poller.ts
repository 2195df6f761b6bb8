import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type AlertApi, type Place, readNewAlerts } from './poller/alert-poller'

const USAGE = `Prints each new alert as a line of JSON, by Panther's REST API alone.

  ALERT_API_TOKEN=… npm run -s poll -- --url https://switchyard.example.com/v1 [--every 60] [--place poller.json]

  --url       the API: its /alerts is asked for
  --every     seconds between two rounds; without it, one round
  --place     file that keeps how far it has read, so that it goes on from there
  --since     where it begins when there is no such file yet: a date-time, a date, or Unix seconds; without it, now
  --severity  only alerts of these severities
`

type Options = { every: number | undefined; path: string | undefined; since: string | undefined }

function readPlace({ path, since }: Options): Place {
  if (path && existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Place
  return { from: since ?? new Date().toISOString(), seen: [] }
}

/** Whole or not at all, whatever interrupts it. */
function keepPlace(path: string | undefined, place: Place): void {
  if (!path) return
  writeFileSync(`${path}.new`, JSON.stringify(place))
  renameSync(`${path}.new`, path)
}

async function poll(api: AlertApi, options: Options): Promise<void> {
  const { every, path } = options
  let place = readPlace(options)
  keepPlace(path, place)
  const round = async () => {
    for await (const { alert, place: after } of readNewAlerts(api, place)) {
      console.log(JSON.stringify(alert))
      place = after
      keepPlace(path, place)
    }
  }
  if (every === undefined) return round()
  for (;;) {
    // A round that fails has lost nothing: the next one goes on from the same place.
    await round().catch((error: unknown) => console.error(String(error)))
    await sleep(every * 1000)
  }
}

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    every: { type: 'string' },
    place: { type: 'string' },
    since: { type: 'string' },
    severity: { type: 'string' },
    help: { type: 'boolean' },
  },
})
const token = process.env.ALERT_API_TOKEN
const every = values.every === undefined ? undefined : Number(values.every)
if (values.help || !values.url || !token || (every !== undefined && !(every > 0))) {
  console.error(USAGE)
  process.exitCode = values.help ? 0 : 2
} else {
  const filter: Record<string, string> = values.severity ? { severity: values.severity } : {}
  await poll(
    { url: values.url.replace(/\/$/, ''), token, filter },
    { every, path: values.place, since: values.since },
  ).catch((error: unknown) => {
    console.error(String(error))
    process.exitCode = 1
  })
}
