import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { alertQuery, alertReceiptQuery, FIRST_RECEIPT } from '@/components/alerts/alert-queries'
import { ForeignMarkdown } from '@/components/docs/markdown'
import { AlertAddress } from '@/lib/contracts/alert-view'
import { callerCan } from '@/lib/domain/caller'
import { requireCaller } from '@/lib/entry/caller'
import { pageData } from '@/lib/entry/page-data'
import { explainAlert } from '@/lib/usecases/explain-alert'
import { getAlert } from '@/lib/usecases/get-alert'
import { listAssignees } from '@/lib/usecases/list-assignees'
import { AlertScreen } from './_components/alert-screen'
import { alertOperations } from './operations'

export const metadata: Metadata = { title: 'Alert' }

const prose = (text: string) => (text.trim() === '' ? null : <ForeignMarkdown text={text} />)

// There is no loading.tsx here: it would answer 200 before it is known whether the alert exists.
export default async function AlertPage({ params }: PageProps<'/alerts/[id]'>) {
  const caller = await requireCaller()
  const address = AlertAddress.safeParse(await params)
  if (!address.success) notFound()
  const [alert, receipt, assignees] = await pageData(() =>
    Promise.all([
      getAlert(caller, address.data),
      explainAlert(caller, { ...address.data, ...FIRST_RECEIPT }),
      listAssignees(caller),
    ]),
  )
  const { alertId, description, runbook } = alert
  const queries = new QueryClient()
  queries.setQueryData(alertQuery(alertId).queryKey, alert)
  queries.setQueryData(alertReceiptQuery({ alertId, ...FIRST_RECEIPT }).queryKey, receipt)
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <AlertScreen
        key={alertId}
        alertId={alertId}
        assignees={assignees}
        prose={{ description: prose(description), runbook: prose(runbook) }}
        canModify={callerCan(caller, 'AlertModify')}
        operations={alertOperations}
      />
    </HydrationBoundary>
  )
}
