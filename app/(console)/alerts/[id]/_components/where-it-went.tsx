import { TriangleAlert } from 'lucide-react'
import type { MouseEvent } from 'react'
import { StateLine } from '@/components/deliveries/state-line'
import { DestinationLogo } from '@/components/marks/destination-logo'
import { decisionTitle } from '@/components/receipt/words'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { AlertDeliveryView, AlertView } from '@/lib/contracts/alert-view'
import { byDestination } from './by-destination'
import { deliveryFragment } from './use-fragment'

type Props = { alert: AlertView; onOpenDelivery: (id: string) => void; onOpenRouting: () => void }

/** At a glance: the decision, and how each destination's newest delivery stands. */
export function WhereItWent({ alert, onOpenDelivery, onOpenRouting }: Props) {
  const { outcome, scenario, deliveries } = alert
  const groups = byDestination(deliveries)
  return (
    <Panel
      title="Where it went"
      description={decisionTitle(alert)}
      actions={
        <Button size="sm" variant="ghost" onPress={onOpenRouting}>
          See why
        </Button>
      }
    >
      {outcome === 'unrouted' && (
        <p className="flex gap-2 text-base text-soft not-last:mb-3">
          <TriangleAlert aria-hidden="true" size={16} className="mt-0.5 shrink-0 text-warning" />
          It reached nobody: nothing that exists was named, and no destination accepted it.
        </p>
      )}
      {outcome === 'skipped' && scenario !== null && (
        <p className="text-base text-muted not-last:mb-3">The detection wanted it to go nowhere.</p>
      )}
      {groups.length > 0 && (
        <ul aria-label="Destinations it went to" className="grid gap-2.5">
          {groups.map(({ destination, newest }) => (
            <li key={newest.id}>
              <Newest name={destination.displayName} delivery={newest} onOpen={onOpenDelivery} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Newest({
  name,
  delivery,
  onOpen,
}: {
  name: string
  delivery: AlertDeliveryView
  onOpen: (id: string) => void
}) {
  const handleClick = (event: MouseEvent) => {
    // With a key held it opens in a tab or window of its own.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onOpen(delivery.id)
  }
  return (
    <div className="grid min-w-0 gap-x-4 gap-y-0.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <span className="flex min-w-0 items-center gap-2">
        <DestinationLogo type={delivery.destination.type} size={20} />
        <a
          href={`?tab=deliveries#${deliveryFragment(delivery.id)}`}
          onClick={handleClick}
          className="min-w-0 rounded-xs text-sm font-medium break-words text-ink hover:underline"
        >
          {name}
        </a>
      </span>
      <span className="min-w-0 pl-7 sm:pl-0">
        <StateLine delivery={delivery} destination={delivery.destination} />
      </span>
    </div>
  )
}
