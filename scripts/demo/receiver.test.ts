import { afterEach, describe, expect, it } from 'vitest'
import { signatureHeader } from '../../lib/destinations/custom-webhook/sign'
import { type Receiver, startReceiver } from './receiver'

const SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`
let receiver: Receiver | undefined
afterEach(() => receiver?.stop())

async function started() {
  receiver = await startReceiver({ name: 'Test', port: 0, signingSecrets: { '/signed': SECRET } })
  return receiver
}

const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body, headers })

describe('a receiver', () => {
  it('records a request and answers as the vendor of its path does', async () => {
    const { url, requests } = await started()
    expect(await (await post(`${url}/services/a`, '{}')).text()).toBe('ok')
    const event = await post(`${url}/v2/enqueue`, '{"dedup_key":"k"}')
    expect([event.status, await event.json()]).toEqual([202, expect.objectContaining({ dedup_key: 'k' })])
    expect((await post(`${url}/else`, 'x')).status).toBe(200)
    expect(requests.map(({ path, body }) => [path, body])).toEqual([
      ['/services/a', '{}'],
      ['/v2/enqueue', '{"dedup_key":"k"}'],
      ['/else', 'x'],
    ])
  })

  it('answers the next requests as told, then as before', async () => {
    const { url, answerNext } = await started()
    answerNext({ status: 503, body: 'busy' }, 2)
    const statuses = [await post(url, ''), await post(url, ''), await post(url, '')].map(({ status }) => status)
    expect(statuses).toEqual([503, 503, 200])
  })

  it('takes the next free port when its own is taken', async () => {
    const first = await started()
    const second = await startReceiver({ name: 'Second', port: Number(new URL(first.url).port) })
    expect(second.url).not.toBe(first.url)
    await second.stop()
  })

  it('shows what arrived, newest first, as text and never as markup', async () => {
    const { url } = await started()
    expect(await (await fetch(url)).text()).toContain('Nothing has arrived yet.')
    await post(`${url}/first`, '<img src=x onerror=alert(1)>')
    await post(`${url}/services/a`, JSON.stringify({ blocks: [{ type: 'header', text: { text: '<script>' } }] }))
    const page = await (await fetch(url)).text()
    expect(page.indexOf('/services/a')).toBeLessThan(page.indexOf('/first'))
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(page).toContain('<p class="title">&lt;script&gt;</p>')
    expect(page).not.toContain('<img')
  })

  it('says of a signature whether it is valid, where it knows the secret', async () => {
    const { url } = await started()
    const signed = (body: string) => ({
      'webhook-id': 'id',
      'webhook-timestamp': '1',
      'webhook-signature': signatureHeader({ id: 'id', timestampSeconds: 1, body }, [SECRET]),
    })
    await post(`${url}/signed`, '{}', signed('{}'))
    await post(`${url}/signed`, '{"changed":true}', signed('{}'))
    await post(`${url}/elsewhere`, '{}', signed('{}'))
    const page = await (await fetch(url)).text()
    expect([...page.matchAll(/signature (not checked|not valid|valid)/g)].map(([, check]) => check)).toEqual([
      'not checked',
      'not valid',
      'valid',
    ])
  })
})
