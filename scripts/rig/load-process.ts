import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { AcceptAlertsView } from '@/lib/contracts/alert'
import { answerParent } from './child'
import type { LoadPlan, Posted } from './load'
import { monotonicMs } from './monotonic'

// The load's own process.
const ANSWER_TIMEOUT_MS = 20_000
const AGAIN_MS = 150
const MS = 1000
const PATHS = { switchyard: '/v1/alerts', alertmanager: '/api/v2/alerts' } as const

type Answer = { status: number; body: string }

async function post(plan: LoadPlan): Promise<Posted[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: plan.connections })
  const batches = Math.ceil(plan.alerts / plan.batch)
  const startedAt = monotonicMs()
  const posted: Posted[] = []
  let next = 0
  const serve = async () => {
    while (next < batches) {
      const place = next++
      const dueAt = plan.perSecond ? startedAt + (place * plan.batch * MS) / plan.perSecond : monotonicMs()
      if (dueAt > monotonicMs()) await wait(dueAt - monotonicMs())
      posted.push(await postBatch(plan, agent, place * plan.batch, dueAt))
    }
  }
  try {
    await Promise.all(Array.from({ length: plan.connections }, serve))
  } finally {
    agent.destroy()
  }
  return posted
}

/** Posts one batch until it is accepted, always with the same key. */
async function postBatch(plan: LoadPlan, agent: Agent, offset: number, dueAt: number): Promise<Posted> {
  const firstMark = plan.firstMark + offset
  const size = Math.min(plan.batch, plan.alerts - offset)
  const marks = Array.from({ length: size }, (_, place) => firstMark + place)
  const body = JSON.stringify(marks.map((mark) => (plan.to === 'switchyard' ? ours : theirs)(mark, plan)))
  const key = randomUUID()
  for (let tries = 1; ; tries++) {
    const address = plan.addresses[(offset / plan.batch + tries) % plan.addresses.length] ?? ''
    const answer = await send(`${address}${PATHS[plan.to]}`, agent, { body, key, token: plan.token })
    if (answer?.status === 200) {
      return { firstMark, dueAt, answeredAt: monotonicMs(), tries, alertIds: alertIdsOf(plan, answer.body) }
    }
    if (answer && answer.status < 500 && answer.status !== 409 && answer.status !== 429) {
      throw new Error(`The alerts were refused with ${answer.status}: ${answer.body.slice(0, 500)}`)
    }
    await wait(AGAIN_MS)
  }
}

const ours = (mark: number, { detections }: LoadPlan) => ({
  detectionId: `Bench.Rule.${mark % detections}`,
  type: 'RULE',
  severity: 'HIGH',
  logTypes: ['AWS.CloudTrail'],
  title: `Root signed in from 203.0.113.${mark % 256}`,
  description: 'The root user of an account signed in, which nobody should need to do.',
  runbook: 'Ask the owner of the account; rotate the credentials if it was not them.',
  tags: ['aws', 'root'],
  alertContext: { mark, sourceIp: `203.0.113.${mark % 256}` },
})

/** The same as an alert of Alertmanager's, whose labels tell it from every other. */
function theirs(mark: number, plan: LoadPlan) {
  const { detectionId, type, severity, title, description, runbook } = ours(mark, plan)
  return {
    labels: { alertname: detectionId, type, severity, mark: String(mark), sourceIp: `203.0.113.${mark % 256}` },
    annotations: { title, description, runbook },
  }
}

function alertIdsOf({ to }: LoadPlan, body: string): string[] {
  if (to === 'alertmanager') return []
  const { results } = JSON.parse(body) as AcceptAlertsView
  return results.map((result) => {
    if ('alertId' in result) return result.alertId
    throw new Error(`An alert was refused: ${result.error}`)
  })
}

/** `undefined`: no answer came. */
function send(url: string, agent: Agent, post: { body: string; key: string; token: string }) {
  return new Promise<Answer | undefined>((resolve) => {
    const headers = { 'content-type': 'application/json', 'x-api-key': post.token, 'idempotency-key': post.key }
    const sent = request(url, { method: 'POST', agent, headers, timeout: ANSWER_TIMEOUT_MS }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
      response.on('error', () => resolve(undefined))
    })
    sent.on('error', () => resolve(undefined))
    sent.on('timeout', () => sent.destroy())
    sent.end(post.body)
  })
}

answerParent<LoadPlan, Posted[]>(post)
