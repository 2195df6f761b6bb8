/** JSON laid out to be read; any other text as it is. */
export function prettyBody(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    // Not JSON, or cut short: what was sent or received is shown as it stands.
    return text
  }
}
