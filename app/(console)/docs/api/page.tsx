import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { Markdown } from '@/components/docs/markdown'
import { ButtonLink, TextLink } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { openApi } from '@/lib/api/openapi'
import { operations } from '@/lib/api/operations'
import { requireCaller } from '@/lib/entry/caller'
import { getGeneralSettings } from '@/lib/usecases/general-settings'
import { version } from '@/package.json'
import { OperationSection } from './_components/operation-section'
import { SchemaFields } from './_components/schema-fields'

export const metadata: Metadata = { title: 'API' }

export default async function ApiPage() {
  const caller = await requireCaller()
  const { effectiveConsoleUrl } = await getGeneralSettings(caller)
  const document = openApi(operations, version)
  const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const groups = document.tags
    .map(({ name }) => ({ name, calls: calls.filter(({ operation }) => operation.tags.includes(name)) }))
    .filter((group) => group.calls.length > 0)
  return (
    <article className="mx-auto max-w-3xl">
      <PageHeader
        title="API"
        description={
          <>
            For programs, with a token from <TextLink href="/settings/tokens">API Tokens</TextLink>.
          </>
        }
        actions={
          <ButtonLink
            href="/api/openapi"
            prefetch={false}
            download="switchyard-openapi.json"
            icon={<Download aria-hidden="true" size={16} />}
          >
            OpenAPI 3.1
          </ButtonLink>
        }
      />
      <Markdown text={document.info.description} topLevel={2} />
      <Contents groups={groups} />
      {groups.map((group) => (
        <section key={group.name} className="mt-10">
          <h2 className="text-md font-semibold">{group.name}</h2>
          {group.calls.map((call) => (
            <OperationSection key={call.operation.operationId} {...call} origin={effectiveConsoleUrl} />
          ))}
        </section>
      ))}
      <h2 className="mt-10 text-md font-semibold">Schemas</h2>
      {Object.entries(document.components.schemas).map(([name, schema]) => (
        <section key={name} id={`schema-${name}`} className="mt-6 scroll-mt-20">
          <h3 className="font-mono text-sm font-medium">{name}</h3>
          <SchemaFields schema={schema} />
        </section>
      ))}
    </article>
  )
}

type Call = { method: string; path: string; operation: { operationId: string; summary: string } }

function Contents({ groups }: { groups: readonly { name: string; calls: readonly Call[] }[] }) {
  return (
    <nav aria-label="Calls" className="mt-6 grid gap-4 rounded-lg border p-4">
      {groups.map((group) => (
        <div key={group.name}>
          <p className="text-sm font-medium">{group.name}</p>
          <ul className="mt-1 grid gap-1 text-sm">
            {group.calls.map(({ method, path, operation }) => (
              <li key={operation.operationId} className="sm:grid sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] sm:gap-4">
                <TextLink href={`#${operation.operationId}`}>{operation.summary}</TextLink>
                <code className="block truncate font-mono text-xs leading-5 text-muted">
                  {method.toUpperCase()} {path}
                </code>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
