import type { Metadata } from 'next'
import { CopyButton } from '@/components/ui/copy-button'
import { type KeyValue, KeyValueList } from '@/components/ui/key-value-list'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import type { GeneralSettingsView } from '@/lib/contracts/settings'
import { callerCan } from '@/lib/domain/caller'
import { requireCaller } from '@/lib/entry/caller'
import { pageData } from '@/lib/entry/page-data'
import { getGeneralSettings } from '@/lib/usecases/general-settings'
import { GeneralSettingsForm } from './_components/general-settings-form'
import { Workers } from './_components/workers'
import { updateGeneralSettingsAction } from './actions'

export const metadata: Metadata = { title: 'General' }

export default async function GeneralSettingsPage() {
  const caller = await requireCaller()
  const settings = await pageData(() => getGeneralSettings(caller))
  return (
    <div className="mx-auto grid max-w-3xl gap-5 *:first:pb-0">
      <PageHeader title="General" description="What holds for the whole workspace." />
      <GeneralSettingsForm
        key={settings.version}
        settings={settings}
        canModify={callerCan(caller, 'GeneralSettingsModify')}
        action={updateGeneralSettingsAction}
      />
      <Panel title="Workers" description="Processes that deliver now, on this machine and on others.">
        <Workers workers={settings.workers} />
      </Panel>
      <Panel title="Outbound requests" description="Set by the operator in the environment of the server.">
        <KeyValueList items={egressFacts(settings)} />
      </Panel>
      <Panel
        title="Gateway Public IP"
        description="The address from which all deliveries leave. Receivers that filter by address allow this one."
      >
        <GatewayIp ip={settings.gatewayIp} />
      </Panel>
    </div>
  )
}

function GatewayIp({ ip }: { ip: string | null }) {
  if (ip === null) {
    return (
      <p className="text-base text-muted">
        Not stated. The operator sets <code className="font-mono text-sm text-ink">SWITCHYARD_GATEWAY_IP</code> to the
        address that this server’s requests leave from.
      </p>
    )
  }
  return (
    <div className="flex items-center gap-2">
      <code className="font-mono text-base">{ip}</code>
      <CopyButton text={ip} label="Copy Gateway Public IP" />
    </div>
  )
}

function egressFacts({ egress }: GeneralSettingsView): KeyValue[] {
  return [
    {
      label: 'Private addresses allowed',
      value: egress.allowed.length === 0 ? 'None: only public addresses are reached' : <List items={egress.allowed} />,
    },
    {
      label: 'Hosts sent elsewhere',
      value:
        egress.mapped.length === 0 ? (
          'None'
        ) : (
          <List items={egress.mapped.map(({ host, relay }) => `${host} → ${relay}`)} />
        ),
    },
  ]
}

const List = ({ items }: { items: readonly string[] }) => (
  <ul className="grid gap-0.5 font-mono text-sm">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)
