/** The line that hands over a first alert. */
export function handOverLine(origin: string, token: string): string {
  const alert = {
    detectionId: 'My.First.Alert',
    type: 'RULE',
    severity: 'INFO',
    title: 'Handed over by the API',
  }
  return [
    `curl ${origin}/v1/alerts`,
    `  -H 'X-API-Key: ${token}'`,
    `  -H 'Content-Type: application/json'`,
    `  -d '${JSON.stringify(alert)}'`,
  ].join(' \\\n')
}
