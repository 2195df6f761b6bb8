import type { ReactNode } from 'react'
import { Markdown } from '@/components/docs/markdown'
import { Badge } from '@/components/ui/badge'
import { CodeBlock } from '@/components/ui/code-block'
import { curlOf } from '@/lib/api/curl'
import type { OperationObject } from '@/lib/api/openapi'
import { typeOf } from '@/lib/api/read-schema'
import { FieldList } from './field-list'
import { SchemaFields } from './schema-fields'

type Props = { method: string; path: string; operation: OperationObject; origin: string }

/** One call: what it is for, what it takes, what it answers, and the command that makes it. */
export function OperationSection({ method, path, operation, origin }: Props) {
  const { operationId, summary, description, parameters, requestBody, responses } = operation
  const permission = operation['x-permission']
  const [success] = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  const errors = Object.keys(responses).filter((status) => !status.startsWith('2'))
  return (
    <section id={operationId} className="mt-6 scroll-mt-20 border-t pt-5">
      <h3 className="text-base font-semibold">{summary}</h3>
      <p className="mt-1.5 flex flex-wrap items-center gap-2">
        <Badge tone="accent">{method.toUpperCase()}</Badge>
        <code className="font-mono text-sm break-all">{path}</code>
        <Badge>{permission ?? 'Any token'}</Badge>
      </p>
      {description && (
        <div className="mt-2">
          <Markdown text={description} topLevel={2} />
        </div>
      )}
      <Part title="Command">
        <CodeBlock label={`Command for ${summary.toLowerCase()}`} code={curlOf(origin, method, path, operation)} />
      </Part>
      {parameters.length > 0 && (
        <Part title="Parameters">
          <FieldList
            fields={parameters.map((parameter) => ({
              name: parameter.name,
              type: typeOf(parameter.schema),
              reference: undefined,
              isRequired: parameter.required,
              description: parameter.description,
              place: parameter.in,
              fields: [],
            }))}
          />
        </Part>
      )}
      {requestBody && (
        <Part title={requestBody.required ? 'Body' : 'Body, which may be left out'}>
          <Bodies content={requestBody.content} />
        </Part>
      )}
      {success && (
        <Part title={`Answer ${success[0]}`}>
          <Answer reply={success[1]} />
        </Part>
      )}
      <p className="mt-3 text-sm text-muted">
        Errors: <span className="tabular-nums">{errors.join(', ')}</span>
      </p>
    </section>
  )
}

function Bodies({ content }: { content: NonNullable<OperationObject['requestBody']>['content'] }) {
  const [first] = Object.values(content)
  return (
    <>
      <p className="text-sm text-muted">{Object.keys(content).join(' or ')}</p>
      {first && <SchemaFields schema={first.schema} />}
    </>
  )
}

function Answer({ reply }: { reply: OperationObject['responses'][string] }) {
  const schema = 'content' in reply ? reply.content?.['application/json']?.schema : undefined
  return schema ? <SchemaFields schema={schema} /> : <p className="text-sm text-muted">There is no body.</p>
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="mt-4">
    <h4 className="mb-1.5 text-sm font-medium">{title}</h4>
    {children}
  </div>
)
