import { type Html, html } from './html'
import type { ReceivedRequest } from './received-request'
import { RECEIVER_SCRIPT, RECEIVER_STYLE } from './receiver-style'
import { checkSignature, type SignatureCheck } from './signature'
import { drawSlackMessage } from './slack-drawing'
import { parseJson, type Vendor, vendorOf } from './vendor-answer'

type Page = {
  name: string
  /** Newest first. */
  requests: readonly ReceivedRequest[]
  signingSecrets: Readonly<Record<string, string>>
}

/** The receiver's own page: what arrived, newest first, as bytes and, for Slack, as its reader would see it. */
export function receiverPage({ name, requests, signingSecrets }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${name}</title>
<style>${RECEIVER_STYLE}</style>
</head>
<body>
<header><h1>${name}</h1><p>What Switchyard posts here is recorded and accepted. New requests appear by themselves.</p></header>
<main>
${requests.length === 0 && html`<p id="empty">Nothing has arrived yet. Send a test alert from the console.</p>`}
<div id="requests" aria-live="polite">${requests.map((request) => article(request, signingSecrets[request.path]))}</div>
</main>
<script>${RECEIVER_SCRIPT}</script>
</body>
</html>
`.text
}

const VENDORS: Record<Vendor, string> = { slack: 'Slack', pagerduty: 'PagerDuty', webhook: 'Webhook' }

function article(request: ReceivedRequest, secret: string | undefined): Html {
  const { id, at, method, path, headers, body } = request
  const vendor = vendorOf(path)
  const value = parseJson(body)
  const signature = vendor === 'webhook' && checkSignature(request, secret)
  return html`
<article id="request-${id}">
<h2><span class="tag">${VENDORS[vendor]}</span> <code>${method} ${path}</code> ${signature && mark(signature)}<time datetime="${at}">${at.slice(11, 23)} UTC</time></h2>
${vendor === 'slack' && value !== undefined && drawSlackMessage(value)}
<details><summary>${Object.keys(headers).length} headers</summary><dl>${Object.entries(headers).map(
    ([header, given]) => html`<div><dt>${header}</dt><dd>${given}</dd></div>`,
  )}</dl></details>
<details ${vendor !== 'slack' && 'open'}><summary>Body, ${Buffer.byteLength(body)} bytes</summary><pre>${
    value === undefined ? body : JSON.stringify(value, null, 2)
  }</pre></details>
</article>`
}

function mark(check: SignatureCheck): Html {
  if (check === 'not signed') return html`<span class="mark">${check}</span> `
  const tone = check === 'valid' ? 'good' : check === 'not valid' ? 'bad' : ''
  return html`<span class="mark ${tone}">signature ${check === 'secret not known' ? 'not checked: its secret is not known here' : check}</span> `
}
