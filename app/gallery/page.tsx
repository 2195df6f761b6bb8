'use client'
import { Copy, Pause, Pencil, Plus, Send, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { DestinationLogo } from '@/components/marks/destination-logo'
import { HealthMark } from '@/components/marks/health-mark'
import { OutcomeMark } from '@/components/marks/outcome-mark'
import { SeverityList } from '@/components/marks/severity-list'
import { SeverityMark, SeverityShape } from '@/components/marks/severity-mark'
import { AppShell } from '@/components/shell/app-shell'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { CodeBlock } from '@/components/ui/code-block'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { FormErrorSummary } from '@/components/ui/form-error-summary'
import { IconButton } from '@/components/ui/icon-button'
import { KeyValueList } from '@/components/ui/key-value-list'
import { ButtonLink, NameLink, TextLink } from '@/components/ui/link'
import { RowMenu } from '@/components/ui/menu'
import { MultiCombobox } from '@/components/ui/multi-combobox'
import { NumberField } from '@/components/ui/number-field'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { PasswordField } from '@/components/ui/password-field'
import { RadioGroup } from '@/components/ui/radio-group'
import { RelativeTime } from '@/components/ui/relative-time'
import { SearchField } from '@/components/ui/search-field'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { SelectField } from '@/components/ui/select-field'
import { SkeletonRows } from '@/components/ui/skeleton'
import { Switch } from '@/components/ui/switch'
import { Cell, MenuCell, NameCell, Row, Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { TextArea, TextField } from '@/components/ui/text-field'
import { toast } from '@/components/ui/toast'
import { ToggleChips } from '@/components/ui/toggle-chips'
import { SEVERITIES, type Severity } from '@/lib/domain/severity'

const vendors = ['AWS', 'Okta', 'GitHub', 'GSuite', 'Cloudflare', 'CrowdStrike', 'Zendesk', 'Slack', 'Auth0', 'Box']
const logTypes = vendors.flatMap((group) =>
  Array.from({ length: 26 }, (_, i) => ({ value: `${group}.Type${i}`, label: `${group}.Type${i}`, group })),
)
const at = '2026-11-24T10:58:12.000Z'
const search = async ({ q }: { q: string }) => {
  await new Promise((done) => setTimeout(done, 100))
  return {
    ok: true as const,
    value: {
      destinations: [
        { id: '1', displayName: 'dev-general', type: 'slack' },
        { id: '2', displayName: 'tines-okta-user-lock-out', type: 'custom-webhook' },
      ].filter((d) => d.displayName.includes(q)),
      detections: [{ id: 'Okta.User.LockedOut', displayName: 'Okta User Locked Out' }].filter((d) =>
        d.displayName.toLowerCase().includes(q.toLowerCase()),
      ),
    },
  }
}
const columns = [
  { id: 'n', label: 'Name', sort: { href: '?sort=name', direction: 'ascending' as const } },
  { id: 't', label: 'Type', width: '120px', isSecondary: true },
  { id: 's', label: 'Severities', width: '124px' },
  { id: 'h', label: 'Health', width: '132px', sort: { href: '?sort=h' } },
  { id: 'l', label: 'Last delivery', width: '120px' },
  { id: 'f', label: 'Failures, 24 h', width: '110px', isNumeric: true, isSecondary: true },
  { id: 'm', label: 'Menu', width: '48px', isLabelHidden: true },
]
const rows = [
  ['dev-general', 'slack', ['INFO', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'], 'delivering', 0],
  ['dev-alert-destinations', 'slack', ['HIGH', 'CRITICAL'], 'retrying', 14],
  ['tines-okta-user-lock-out', 'custom-webhook', [], 'explicit-only', 0],
  ['pagerduty-primary', 'pagerduty', ['CRITICAL'], 'circuit-open', 120],
  ['a-very-long-display-name-that-somebody-typed-because-they-could', 'slack', ['LOW'], 'paused', 0],
  ['fresh', 'custom-webhook', ['INFO', 'MEDIUM'], 'never-used', 0],
  ['broken', 'slack', ['INFO'], 'failing', 3],
] as const
const errors = [
  { field: 'displayName', message: 'Enter a display name.' },
  { field: 'logTypes', message: 'At most 500 log types.' },
]

export default function Gallery() {

  const [severities, setSeverities] = useState<Severity[]>(['HIGH', 'CRITICAL'])
  const [types, setTypes] = useState<string[]>(['Okta.Type1', 'AWS.Type3', 'Custom.Mine'])
  const [view, setView] = useState<'a' | 'b'>('a')
  const [open, setOpen] = useState<string>()
  const [hasErrors, setHasErrors] = useState(false)
  const [name, setName] = useState('')
  return (
    <AppShell
      user={{ name: 'Ada Lovelace', email: 'ada@example.com' }}
      workspaceName="Northwind Security"
      search={search}
      onSignOut={async () => {}}
    >
      <PageHeader
        title="Alert Destinations"
        description="Where alerts are delivered. Each destination says which severities, alert types and log types it takes."
        crumbs={[{ label: 'Configure', href: '/x' }]}
        actions={
          <>
            <Button>Import</Button>
            <ButtonLink href="/destinations/new" variant="primary" icon={<Plus aria-hidden="true" size={14} />}>
              Create New
            </ButtonLink>
          </>
        }
      />
      <div className="mb-3 flex flex-wrap gap-2">
        <SearchField label="Search destinations" className="w-full sm:w-72" />
        <SegmentedControl
          label="View"
          options={[
            { value: 'a', label: 'All' },
            { value: 'b', label: 'Failing' },
          ]}
          value={view}
          onChange={setView}
        />
      </div>
      <Table label="Destinations" columns={columns}>
        {rows.map(([n, t, s, h, f]) => (
          <Row key={n}>
            <NameCell>
              <span className="flex items-center gap-2">
                <DestinationLogo type={t} size={20} />
                <NameLink href="/x" className="truncate">
                  {n}
                </NameLink>
              </span>
            </NameCell>
            <Cell label="Type" isSecondary>
              {t}
            </Cell>
            <Cell label="Severities">
              <SeverityList severities={s} />
            </Cell>
            <Cell label="Health">
              <HealthMark health={h} explanation="Since 10:58, 12 deliveries in a row." />
            </Cell>
            <Cell label="Last delivery">
              <RelativeTime at={at} />
            </Cell>
            <Cell label="Failures, 24 h" isNumeric isSecondary>
              {f}
            </Cell>
            <MenuCell>
              <RowMenu
                label={`Actions for ${n}`}
                actions={[
                  { id: 'e', label: 'Edit', icon: <Pencil size={14} />, shortcut: 'E', href: '/x' },
                  {
                    id: 't',
                    label: 'Send test alert',
                    icon: <Send size={14} />,
                    onAction: () =>
                      toast({
                        tone: 'positive',
                        title: 'Test alert delivered',
                        description: 'Slack answered 200 in 142 ms.',
                      }),
                  },
                  { id: 'd', label: 'Duplicate', icon: <Copy size={14} />, onAction: () => {} },
                  { id: 'p', label: 'Pause', icon: <Pause size={14} />, onAction: () => {} },
                  {
                    id: 'x',
                    label: 'Delete',
                    icon: <Trash2 size={14} />,
                    isDestructive: true,
                    onAction: () => setOpen('confirm'),
                  },
                ]}
              />
            </MenuCell>
          </Row>
        ))}
      </Table>
      <Pagination summary="1–7 of 214 destinations" nextHref="/x" />
      <div className="mt-6 grid gap-6 xl:grid-cols-2">
        <Panel title="Buttons" description="Four variants, three sizes.">
          <div className="flex flex-wrap items-center gap-2">
            <Button variant="primary">Create destination</Button>
            <Button>Send test alert</Button>
            <Button variant="ghost">Cancel</Button>
            <Button variant="danger">Delete</Button>
            <Button isDisabled>Disabled</Button>
            <Button variant="primary" isDisabled>
              Disabled
            </Button>
            <Button variant="primary" isPending>
              Create destination
            </Button>
            <Button size="sm">Small</Button>
            <Button size="lg" variant="primary">
              Large
            </Button>
            <IconButton label="Edit">
              <Pencil aria-hidden="true" size={16} />
            </IconButton>
            <TextLink href="/x">A link</TextLink>
          </div>
          <div className="mt-4 flex flex-wrap gap-2">
            <Button onPress={() => setOpen('dialog')}>Open dialog</Button>
            <Button onPress={() => setOpen('confirm')}>Open confirm</Button>
            <Button
              onPress={() =>
                toast({
                  tone: 'danger',
                  title: 'The test alert was not delivered',
                  description: 'Slack answered 404 no_team. Check the webhook address.',
                  action: { label: 'Retry', onPress: () => {} },
                })
              }
            >
              Error toast
            </Button>
            <Button onPress={() => setHasErrors(!hasErrors)}>Errors</Button>
          </div>
        </Panel>
        <Panel title="Marks">
          <div className="flex flex-col gap-3">
            <div className="flex flex-wrap gap-4">
              {SEVERITIES.map((s) => (
                <SeverityMark key={s} severity={s} />
              ))}
            </div>
            <div className="flex flex-wrap gap-4">
              <OutcomeMark outcome="delivered" />
              <OutcomeMark outcome="retry" />
              <OutcomeMark outcome="rejected" />
            </div>
            <div className="flex flex-wrap gap-2">
              <Badge>Rule</Badge>
              <Badge tone="accent">Python</Badge>
              <Badge tone="positive">On</Badge>
              <Badge tone="warning">Stale</Badge>
              <Badge tone="danger">Fault</Badge>
            </div>
            <div className="flex gap-2">
              <DestinationLogo type="slack" size={40} />
              <DestinationLogo type="pagerduty" />
            </div>
          </div>
        </Panel>
        <Panel title="Form">
          <form className="flex flex-col gap-5" onSubmit={(e) => e.preventDefault()}>
            {hasErrors && <FormErrorSummary title="2 fields need a change" errors={errors} />}
            <TextField
              name="displayName"
              label="Display Name"
              value={name}
              onChange={setName}
              help="How people and detections name it."
              error={hasErrors ? 'Enter a display name.' : undefined}
              placeholder="dev-general"
            />
            <PasswordField name="url" label="Webhook URL" help="Leave blank to keep." />
            <TextField name="ro" label="Disabled" defaultValue="value" isDisabled />
            <NumberField name="n" label="Threshold" defaultValue={1} minValue={1} />
            <SelectField
              name="sel"
              label="Severity"
              options={SEVERITIES.map((v) => ({ value: v, label: v, description: 'Some words' }))}
            />
            <ToggleChips
              name="severities"
              label="Severity Levels"
              help="Alerts of these severities are delivered here."
              options={SEVERITIES.map((value) => ({ value, label: value, icon: <SeverityShape severity={value} /> }))}
              value={severities}
              onChange={setSeverities}
            />
            <MultiCombobox
              name="logTypes"
              label="Log Types"
              help="Empty takes all log types."
              error={hasErrors ? 'At most 500 log types.' : undefined}
              items={logTypes}
              value={types}
              onChange={setTypes}
              placeholder="All log types"
              allowsFreeEntry
              entryProblem={(e) => (e.includes(' ') ? 'A log type holds no blanks.' : undefined)}
            />
            <TextArea name="run" label="Runbook" isOptional placeholder="What to do" />
            <RadioGroup
              name="r"
              label="An empty dynamic list"
              defaultValue="x"
              options={[
                { value: 'x', label: 'Suppresses delivery', description: 'As Panther does.' },
                { value: 'y', label: 'Falls through' },
              ]}
            />
            <Checkbox defaultSelected description="More words">
              Enabled
            </Checkbox>
            <Checkbox isIndeterminate>Some</Checkbox>
            <Switch defaultSelected description="Takes effect at once">
              Paused
            </Switch>
            <Switch>Off</Switch>
          </form>
        </Panel>
        <div className="flex min-w-0 flex-col gap-6">
          <Panel title="Callouts">
            <div className="flex flex-col gap-3">
              <Callout title="Gateway Public IP">All deliveries leave from 203.0.113.7.</Callout>
              <Callout tone="warning" title="2 alerts went nowhere" action={<Button size="sm">Show alerts</Button>}>
                No destination takes HIGH with Okta.SystemLog.
              </Callout>
              <Callout tone="danger" title="The destination could not be read">
                The database did not answer. Try again.
              </Callout>
            </div>
          </Panel>
          <Panel title="Tabs">
            <Tabs
              label="Attempt"
              tabs={[
                {
                  id: 'rq',
                  label: 'Request',
                  count: 2,
                  content: (
                    <CodeBlock
                      label="Request body"
                      code={JSON.stringify(
                        {
                          id: 'AllLogs.IPMonitoring',
                          severity: 'HIGH',
                          title: 'A long title that goes on and on until it has to scroll because nothing wraps here',
                          links: { web: 'https://example.com' },
                        },
                        null,
                        2,
                      )}
                    />
                  ),
                },
                { id: 'rs', label: 'Answer', content: 'ok' },
              ]}
            />
          </Panel>
          <Panel title="Facts" actions={<CopyButton text="x" label="Copy id" hasText />}>
            <KeyValueList
              items={[
                { label: 'Type', value: 'Slack' },
                { label: 'Id', value: <span className="font-mono text-xs">3f2b…</span> },
                { label: 'Created', value: <RelativeTime at="2025-03-01T00:00:00Z" /> },
              ]}
            />
          </Panel>
          <Panel title="Empty">
            <EmptyState title="No destinations yet" action={<Button variant="primary">Create destination</Button>}>
              A destination is a place alerts are delivered to, such as a Slack room or your own webhook.
            </EmptyState>
          </Panel>
          <Panel title="Loading">
            <SkeletonRows rows={3} label="Loading destinations" />
          </Panel>
        </div>
      </div>
      <Dialog
        isOpen={open === 'dialog'}
        onOpenChange={() => setOpen(undefined)}
        title="Send test alert"
        footer={
          <>
            <Button onPress={() => setOpen(undefined)}>Cancel</Button>
            <Button variant="primary">Send test alert</Button>
          </>
        }
      >
        <p className="text-soft">A test alert is sent to the destination as it is typed now.</p>
      </Dialog>
      <ConfirmDialog
        isOpen={open === 'confirm'}
        onOpenChange={() => setOpen(undefined)}
        title="Delete dev-general?"
        action="Delete destination"
        isDestructive
        mustType="dev-general"
        onConfirm={() => {}}
      >
        2 detections name it. Their alerts would go nowhere.
      </ConfirmDialog>
    </AppShell>
  )
}
