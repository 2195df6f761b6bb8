/** What a browser is shown while the database does not answer. It needs nothing of the application and comes back by itself. */
export const DATABASE_DOWN_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="/icon.svg">
<title>The database does not answer · Switchyard</title>
<style>
:root { color-scheme: light dark; --bg: #f7f8fa; --card: #fff; --line: #dfe2e8; --text: #171a21; --muted: #565d6b; --accent: #3451b2 }
@media (prefers-color-scheme: dark) { :root { --bg: #0e1014; --card: #16191f; --line: #2a2f39; --text: #eceef2; --muted: #a3abba; --accent: #8fa6ff } }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--bg); color: var(--text); font: 15px/1.55 system-ui, sans-serif }
main { max-width: 460px; padding: 28px 32px; background: var(--card); border: 1px solid var(--line); border-radius: 10px }
h1 { margin: 0 0 8px; font-size: 18px; line-height: 1.3 }
p { margin: 0 0 12px; color: var(--muted) }
p:last-child { margin: 0 }
a { color: var(--accent) }
</style>
</head>
<body>
<main>
<h1>The database does not answer</h1>
<p>Nothing is lost: what was saved is in the database, and a form that you left open still holds what you typed.</p>
<p role="status" id="status">This page opens again by itself as soon as the database is back.</p>
<p><a href="">Try now</a></p>
</main>
<script>
setInterval(async () => {
  try { if ((await fetch('/readyz', { cache: 'no-store' })).ok) location.reload() } catch {}
}, 2000)
</script>
</body>
</html>
`
