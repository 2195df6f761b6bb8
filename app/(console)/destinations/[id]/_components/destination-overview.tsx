import { SeverityMark } from '@/components/marks/severity-mark'
import { Callout } from '@/components/ui/callout'
import { CopyButton } from '@/components/ui/copy-button'
import { KeyValueList } from '@/components/ui/key-value-list'
import { TextLink } from '@/components/ui/link'
import { Panel } from '@/components/ui/panel'
import { RelativeTime } from '@/components/ui/relative-time'
import type { DestinationView, NamedDestinationView } from '@/lib/contracts/destination'
import type { FieldView } from '@/lib/contracts/destination-type'
import { ALERT_TYPE_LABELS, ALERT_TYPES } from '@/lib/domain/alert-type'
import { deliveryFacts } from '@/lib/domain/delivery-facts'
import { SettingValue } from './setting-value'

/** The settings: what it takes, and the type's own; of secrets only that they are set, and since when. */
export function DestinationOverview({
  destination,
  fields,
}: {
  destination: DestinationView
  fields: readonly FieldView[]
}) {
  const { id, displayName, typeName, isExplicitOnly, createdAt, updatedAt } = destination
  return (
    <div className="grid max-w-4xl gap-5">
      {isExplicitOnly && (
        <Callout title="Explicit only">
          No alert reaches it by its own settings. Detections reach it by naming it in Destination Overrides or in
          destinations().
        </Callout>
      )}
      <Panel title="What it takes">
        <KeyValueList items={acceptance(destination)} />
      </Panel>
      <Panel title={`${typeName} settings`}>
        <KeyValueList
          items={fields.map((field) => ({
            label: field.label,
            value: <SettingValue field={field} destination={destination} />,
          }))}
        />
      </Panel>
      <DeliveryPanel destination={destination} />
      <Panel title="Identity" description="Detections name it by its display name or its id.">
        <KeyValueList
          items={[
            { label: 'Display name', value: <Copied text={displayName} label="Copy display name" /> },
            { label: 'Id', value: <Copied text={id} label="Copy id" isMono /> },
            { label: 'Created', value: <RelativeTime at={createdAt} /> },
            { label: 'Changed', value: <RelativeTime at={updatedAt} /> },
          ]}
        />
      </Panel>
    </div>
  )
}

function DeliveryPanel({ destination: { delivery, fallback, fallbackFor } }: { destination: DestinationView }) {
  const facts = deliveryFacts(delivery, () => '').map(({ name, text }) => ({
    label: name,
    value: name === 'Fallback' && fallback ? <DestinationLinks destinations={[fallback]} /> : text,
  }))
  const standsInFor = { label: 'Stands in for', value: <DestinationLinks destinations={fallbackFor} /> }
  return (
    <Panel title="Delivery">
      <KeyValueList items={fallbackFor.length > 0 ? [...facts, standsInFor] : facts} />
    </Panel>
  )
}

const DestinationLinks = ({ destinations }: { destinations: readonly NamedDestinationView[] }) => (
  <span className="flex flex-wrap gap-x-4 gap-y-1">
    {destinations.map(({ id, displayName }) => (
      <TextLink key={id} href={`/destinations/${id}`}>
        {displayName}
      </TextLink>
    ))}
  </span>
)

function acceptance({ severities, alertTypes, logTypes }: DestinationView) {
  return [
    {
      label: 'Severity Levels',
      value:
        severities.length === 0 ? (
          'None'
        ) : (
          <span className="flex flex-wrap gap-x-4 gap-y-1">
            {severities.map((severity) => (
              <SeverityMark key={severity} severity={severity} />
            ))}
          </span>
        ),
    },
    {
      label: 'Alert Types',
      value:
        alertTypes.length === ALERT_TYPES.length
          ? 'All'
          : alertTypes.map((type) => ALERT_TYPE_LABELS[type]).join(', ') || 'None',
    },
    { label: 'Log Types', value: logTypes.length === 0 ? 'All' : <LogTypes logTypes={logTypes} /> },
  ]
}

const LogTypes = ({ logTypes }: { logTypes: readonly string[] }) => (
  <ul className="flex max-h-48 flex-wrap gap-x-4 gap-y-1 overflow-y-auto">
    {logTypes.map((logType) => (
      <li key={logType}>{logType}</li>
    ))}
  </ul>
)

function Copied({ text, label, isMono }: { text: string; label: string; isMono?: boolean }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className={isMono ? 'min-w-0 font-mono text-xs break-all' : 'min-w-0 break-words'}>{text}</span>
      <CopyButton text={text} label={label} />
    </span>
  )
}
