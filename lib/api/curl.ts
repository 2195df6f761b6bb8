import type { OperationObject } from './openapi'

/** The command that makes a call, as far as it can be written down without knowing what it is about. */
export function curlOf(origin: string, method: string, path: string, operation: OperationObject): string {
  const [body] = Object.values(operation.requestBody?.content ?? {})
  const isVersioned = operation.parameters.some(({ name }) => name === 'If-Match')
  const lines = [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}'${origin}${path}'`,
    `-H 'X-API-Key: <token>'`,
    ...(isVersioned ? [`-H 'If-Match: <version>'`] : []),
    ...(body?.example === undefined
      ? []
      : [`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(body.example))}`]),
  ]
  return lines.join(' \\\n  ')
}

const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
