'use client'

export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset(): void }) {
  return (
    <html lang="en">
      <body
        style={{
          fontFamily: 'system-ui, sans-serif',
          display: 'grid',
          placeItems: 'center',
          minHeight: '100vh',
          margin: 0,
        }}
      >
        <main style={{ maxWidth: 440, padding: 24 }}>
          <h1 style={{ fontSize: 18 }}>The console could not be shown</h1>
          <p>
            Something went wrong on the server; nothing was changed.
            {error.digest ? ` Its log has the details under ${error.digest}.` : ''}
          </p>
          <button type="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  )
}
