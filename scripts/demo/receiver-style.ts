import { Html } from './html'

export const RECEIVER_STYLE = new Html(`
:root { color-scheme: light dark; --bg: #f7f8fa; --card: #fff; --line: #dfe2e8; --text: #171a21; --muted: #565d6b; --accent: #3451b2; --good: #18794e; --bad: #c62a2f }
@media (prefers-color-scheme: dark) { :root { --bg: #0e1014; --card: #16191f; --line: #2a2f39; --text: #eceef2; --muted: #a3abba; --accent: #8fa6ff; --good: #4cc38a; --bad: #ff8b8f } }
* { box-sizing: border-box }
body { margin: 0; padding: 32px 20px 64px; background: var(--bg); color: var(--text); font: 14px/1.5 system-ui, sans-serif }
header, main { max-width: 820px; margin: 0 auto }
h1 { margin: 0; font-size: 20px; line-height: 1.3 }
header p { margin: 4px 0 24px; color: var(--muted) }
#empty { padding: 48px 24px; text-align: center; color: var(--muted); border: 1px dashed var(--line); border-radius: 10px }
article { margin-bottom: 16px; padding: 16px 20px; background: var(--card); border: 1px solid var(--line); border-radius: 10px }
h2 { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 10px; margin: 0 0 12px; font-size: 13px; font-weight: 400 }
h2 code { overflow-wrap: anywhere }
time { margin-left: auto; color: var(--muted); font-variant-numeric: tabular-nums }
.tag { font-weight: 600 }
.mark { color: var(--muted) } .mark.good { color: var(--good); font-weight: 600 } .mark.bad { color: var(--bad); font-weight: 600 }
code, pre, dd { font: 12.5px/1.55 ui-monospace, monospace }
summary { cursor: pointer; color: var(--muted) }
summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px }
details + details { margin-top: 6px }
pre { margin: 8px 0 0; padding: 12px; overflow-wrap: anywhere; white-space: pre-wrap; background: var(--bg); border: 1px solid var(--line); border-radius: 6px }
dl { margin: 8px 0 4px } dl div { display: grid; grid-template-columns: 180px minmax(0, 1fr); gap: 12px }
dt { color: var(--muted) } dd { margin: 0; overflow-wrap: anywhere }
.slack { margin: 0 0 14px } .slack p { margin: 0 0 8px; white-space: pre-wrap; overflow-wrap: anywhere } .slack p:last-child { margin: 0 }
.slack .title { font-size: 17px; font-weight: 700 }
.slack .attachment { padding: 4px 0 4px 14px; border-left: 4px solid }
.slack .fields { display: grid; grid-template-columns: 1fr 1fr; gap: 0 16px }
.slack .context { color: var(--muted); font-size: 12.5px }
.slack .button { display: inline-block; padding: 4px 12px; font-weight: 600; border: 1px solid var(--line); border-radius: 6px }
.slack code { padding: 1px 4px; background: var(--bg); border: 1px solid var(--line); border-radius: 4px }
.slack code.block { display: block; margin-top: 4px; padding: 8px 10px }
@media (max-width: 560px) { dl div { grid-template-columns: 1fr; gap: 0; margin-bottom: 6px } .slack .fields { grid-template-columns: 1fr } time { margin-left: 0 } }
`)

// Only what is new is put in, so that what a reader has opened stays open.
export const RECEIVER_SCRIPT = new Html(`
setInterval(async () => {
  try {
    const requests = await (await fetch('/requests.json')).json()
    const missing = requests.filter(({ id }) => !document.getElementById('request-' + id))
    if (missing.length === 0) return
    const page = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html')
    document.getElementById('empty')?.remove()
    const list = document.getElementById('requests')
    for (const { id } of missing.reverse()) {
      const article = page.getElementById('request-' + id)
      if (article) list.prepend(article)
    }
  } catch {}
}, 1000)
`)
