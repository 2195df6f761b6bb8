/** An answer of the console's own reads; a failure says what happened and what to do. @throws {Error} */
export async function readJson<View>(path: string, signal: AbortSignal): Promise<View> {
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } }).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new Error('The server did not answer. Check your connection, then try again.')
  })
  if (response.ok) return response.json()
  const failure: { message?: string } = await response.json().catch(() => ({}))
  throw new Error(failure.message ?? `The server answered ${response.status}. Try again.`)
}
