/** What a poller reads of an alert; the answer has more. */
export type PolledAlert = { id: string; createdAt: string; title?: string; severity?: string; status: string }

/** How far a poller has read: all that it must keep from one run to the next. */
export type Place = {
  /** `createdAt` of the newest alert it has read, or where it is to begin: any date of Panther's API. */
  from: string
  /** Ids that it has read of that very moment. */
  seen: readonly string[]
}

export type AlertApi = {
  /** As `https://switchyard.example.com/v1` or `https://api.example.runpanther.net`. */
  url: string
  token: string
  /** Further parameters of the list, as `{ severity: 'HIGH,CRITICAL' }`. */
  filter?: Readonly<Record<string, string>>
  fetch?: typeof fetch
}

const PAGE = '50'

/**
 * Reads the alerts that came since `place`, the oldest first, each once however many arrive meanwhile. Each comes with the
 * place after it: keep it once the alert is dealt with, and begin from there the next time.
 */
export async function* readNewAlerts(
  api: AlertApi,
  place: Place,
): AsyncGenerator<{ alert: PolledAlert; place: Place }> {
  const list = { ...api.filter, 'sort-dir': 'asc', limit: PAGE, 'created-after': place.from }
  let current = place
  let cursor: string | null = null
  do {
    const page = await getPage(api, { ...list, ...(cursor !== null && { cursor }) })
    for (const alert of page.results) {
      if (current.seen.includes(alert.id)) continue
      current = placeAfter(current, alert)
      yield { alert, place: current }
    }
    cursor = page.next ?? null
  } while (cursor !== null)
}

/** `created-after` takes in its own moment: those read of it are remembered, so that they are not taken twice. */
function placeAfter({ from, seen }: Place, { id, createdAt }: PolledAlert): Place {
  const isLater = !(Date.parse(createdAt) <= Date.parse(from))
  return isLater ? { from: createdAt, seen: [id] } : { from, seen: [...seen, id] }
}

async function getPage(
  { url, token, fetch: send = fetch }: AlertApi,
  parameters: Readonly<Record<string, string>>,
): Promise<{ results: PolledAlert[]; next?: string | null }> {
  const response = await send(`${url}/alerts?${new URLSearchParams(parameters)}`, { headers: { 'X-API-Key': token } })
  if (!response.ok) throw new Error(`GET ${url}/alerts answered ${response.status}: ${await response.text()}`)
  // The API's own answer: there is nobody else to check it against.
  return (await response.json()) as { results: PolledAlert[]; next?: string | null }
}
