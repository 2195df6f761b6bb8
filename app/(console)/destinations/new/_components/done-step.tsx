import { notFound } from 'next/navigation'
import { Steps } from '@/components/forms/steps'
import { DestinationLogo } from '@/components/marks/destination-logo'
import { CREATE_DESTINATION_HREF } from '@/components/shell/navigation'
import { CodeBlock } from '@/components/ui/code-block'
import { ButtonLink, TextLink } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { DestinationId } from '@/lib/contracts/destination'
import type { Caller } from '@/lib/domain/caller'
import { pageData } from '@/lib/entry/page-data'
import { getDestination } from '@/lib/usecases/get-destination'
import { testDraftAction } from '../actions'
import { TestSaved } from './test-saved'

/** The third step: the destination exists; what to do next. */
export async function DoneStep({ caller, id }: { caller: Caller; id: string }) {
  const input = DestinationId.safeParse({ id })
  if (!input.success) notFound()
  const { displayName, type, typeName, target, isExplicitOnly } = await pageData(() =>
    getDestination(caller, input.data),
  )
  const reach = isExplicitOnly
    ? 'Only detections that name it send here: see below how.'
    : 'Alerts that match its severities, alert types and log types go there from now on.'
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        crumbs={[
          { label: 'Alert Destinations', href: '/destinations' },
          { label: 'Create destination', href: CREATE_DESTINATION_HREF },
        ]}
        mark={<DestinationLogo type={type} size={40} />}
        title={`${displayName} is created`}
        description={`${typeName}, ${target}. ${reach}`}
        actions={<Steps current="Done" />}
      />
      <div className="flex flex-col gap-5">
        <Panel
          title="Check that alerts arrive"
          description="A test alert takes the way of every alert, whatever the filters."
        >
          <TestSaved id={input.data.id} run={testDraftAction} />
        </Panel>
        <Panel title="Name it in a detection" description="Then its alerts go there, whatever the destination accepts.">
          <div className="flex flex-col gap-3 text-soft">
            <p>
              In the console, choose it under Destination Overrides of a{' '}
              <TextLink href="/detections">detection</TextLink>. In Python, return its display name:
            </p>
            <CodeBlock label="Python" code={`def destinations(event):\n    return [${JSON.stringify(displayName)}]`} />
          </div>
        </Panel>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={`/destinations/${input.data.id}`} variant="primary">
            Open destination
          </ButtonLink>
          <ButtonLink href={CREATE_DESTINATION_HREF}>Create another</ButtonLink>
          <ButtonLink href="/destinations" variant="ghost">
            Go to Alert Destinations
          </ButtonLink>
        </div>
      </div>
    </div>
  )
}
