import { alertsHref, withoutFilters } from '@/components/alerts/list-search'
import { CodeBlock } from '@/components/ui/code-block'
import { EmptyState } from '@/components/ui/empty-state'
import { ButtonLink } from '@/components/ui/link'
import type { AlertSearch } from '@/lib/contracts/alert-list'

const HAND_OVER = (consoleUrl: string) => `curl ${consoleUrl}/v1/alerts \\
  -H "X-API-Key: $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{"detectionId":"Okta.User.LockedOut","type":"RULE","severity":"LOW",
       "logTypes":["Okta.SystemLog"],"title":"Ada Lovelace is locked out"}'`

/** What stands here before the first alert. */
export function NoAlerts({ consoleUrl }: { consoleUrl: string }) {
  return (
    <>
      <EmptyState
        title="No alert yet"
        action={
          <ButtonLink href="/settings/tokens" variant="primary" size="lg">
            Create an API token
          </ButtonLink>
        }
      >
        Alerts that your tools hand over appear here with where they went. Hand one over with an API token that has
        AlertModify:
      </EmptyState>
      <CodeBlock label="Command" code={HAND_OVER(consoleUrl)} className="mx-auto -mt-6 max-w-2xl text-left" />
    </>
  )
}

/** What stands here when there are alerts, but none that the filters leave. */
export function NothingMatches({ search, isFiltered }: { search: AlertSearch; isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState
        title="No alert matches"
        action={<ButtonLink href={alertsHref(withoutFilters(search))}>Clear filters</ButtonLink>}
      >
        Search finds parts of titles and of detections’ names.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Nothing is open"
      action={<ButtonLink href={alertsHref({ ...search, status: [] })}>Show every status</ButtonLink>}
    >
      Alerts that are triaged, resolved or invalid are left out, and INFO alerts are resolved from the start.
    </EmptyState>
  )
}
