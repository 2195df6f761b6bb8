import type { ExchangeView } from '@/lib/contracts/delivery'

/** The request as a command for a POSIX shell. Masked secrets stay masked: whoever runs it puts theirs in. */
export function toCurl({ method, url, requestHeaders, requestBody }: ExchangeView): string {
  const parts = [`curl --request ${method}`, `--url ${quote(url)}`]
  for (const [name, value] of Object.entries(requestHeaders)) parts.push(`--header ${quote(`${name}: ${value}`)}`)
  if (requestBody !== '') parts.push(`--data-raw ${quote(requestBody)}`)
  return parts.join(' \\\n  ')
}

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
