'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Ellipsis, Pencil, Send } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { DestinationHealth } from '@/components/destinations/destination-health'
import type { DestinationOperations, Restore } from '@/components/destinations/operations'
import { destinationQuery, LIST_KEY } from '@/components/destinations/queries'
import { useDestinationMenu } from '@/components/destinations/use-destination-menu'
import { DestinationLogo } from '@/components/marks/destination-logo'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { IconButton } from '@/components/ui/icon-button'
import { ButtonLink } from '@/components/ui/link'
import { Menu } from '@/components/ui/menu'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { toast } from '@/components/ui/toast'
import type { DestinationView } from '@/lib/contracts/destination'
import type { FieldView } from '@/lib/contracts/destination-type'
import { DeliveriesTab } from './deliveries-tab'
import { DestinationOverview } from './destination-overview'
import { HoldBanner } from './hold-banner'
import { NamedBy } from './named-by'
import { RevisionList } from './revision-list'
import type { SendingOperations } from './sending'

const TABS = ['overview', 'deliveries', 'detections', 'history'] as const

type Props = {
  id: string
  fields: readonly FieldView[]
  canModify: boolean
  operations: DestinationOperations
  restore: Restore
  /** Absent when the caller may send nothing. */
  sending: SendingOperations | undefined
}

/** One destination: what it takes, what was sent to it, who names it, how it changed. */
export function DestinationDetail({ id, fields, canModify, operations, restore, sending }: Props) {
  const [tab, setTab] = useQueryState(
    'tab',
    parseAsStringLiteral(TABS).withDefault('overview').withOptions({ history: 'push' }),
  )
  const { data: destination, error } = useQuery(destinationQuery(id))
  const queries = useQueryClient()
  const router = useRouter()
  const menu = useDestinationMenu(operations, ({ displayName }) => {
    queries.removeQueries({ queryKey: LIST_KEY })
    toast({ tone: 'neutral', title: `${displayName} deleted` })
    router.push('/destinations')
  })
  if (!destination) return null

  const tabs = [
    { id: 'overview', label: 'Overview', content: <DestinationOverview destination={destination} fields={fields} /> },
    { id: 'deliveries', label: 'Deliveries', content: <DeliveriesTab destination={destination} sending={sending} /> },
    {
      id: 'detections',
      label: 'Detections',
      count: destination.detections.length,
      content: <NamedBy detections={destination.detections} />,
    },
    {
      id: 'history',
      label: 'History',
      content: <RevisionList destination={destination} restore={canModify ? restore : undefined} />,
    },
  ]
  return (
    <>
      <DestinationHead destination={destination} menu={canModify ? menu : undefined} />
      {error && (
        <div className="pb-4">
          <Callout tone="warning" title="What you see may be out of date" isAnnounced>
            {error.message}
          </Callout>
        </div>
      )}
      <Tabs
        label={destination.displayName}
        tabs={tabs}
        selected={tab}
        onSelect={(chosen) => setTab(TABS.find((each) => each === chosen) ?? 'overview')}
      />
      {menu.dialog}
    </>
  )
}

type HeadProps = { destination: DestinationView; menu: ReturnType<typeof useDestinationMenu> | undefined }

function DestinationHead({ destination, menu }: HeadProps) {
  const { id, displayName, type, typeName, target, isExplicitOnly, health } = destination
  const inButtons = ['edit', 'test']
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Alert Destinations', href: '/destinations' }]}
        mark={<DestinationLogo type={type} size={40} />}
        title={displayName}
        description={`${typeName} · ${target}`}
        actions={
          menu && (
            <>
              <ButtonLink href={`/destinations/${id}/edit`} icon={<Pencil aria-hidden="true" size={14} />}>
                Edit
              </ButtonLink>
              <Button icon={<Send aria-hidden="true" size={14} />} onPress={() => menu.openTest(destination)}>
                Send test alert
              </Button>
              <Menu
                label={`More actions for ${displayName}`}
                actions={menu.actionsFor(destination).filter((action) => !inButtons.includes(action.id))}
              >
                <IconButton label="More actions" variant="secondary">
                  <Ellipsis aria-hidden="true" size={16} />
                </IconButton>
              </Menu>
            </>
          )
        }
      />
      <div className="pb-4 empty:hidden">
        <HoldBanner health={health} />
      </div>
      <div className="-mt-1 flex flex-wrap items-start gap-x-4 gap-y-2 pb-4">
        <DestinationHealth health={health} />
        {isExplicitOnly && <Badge tone="accent">Explicit only</Badge>}
      </div>
    </>
  )
}
