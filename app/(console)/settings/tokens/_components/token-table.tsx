import { Ban } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { RowMenu } from '@/components/ui/menu'
import { RelativeTime } from '@/components/ui/relative-time'
import { Cell, type Column, MenuCell, NameCell, Row, Table } from '@/components/ui/table'
import { ExplainedText } from '@/components/ui/tooltip'
import type { ApiTokenView } from '@/lib/contracts/api-token'
import { PERMISSIONS } from '@/lib/domain/permission'

const COLUMNS: readonly Column[] = [
  { id: 'name', label: 'Name' },
  { id: 'permissions', label: 'Permissions', width: '13rem' },
  { id: 'from', label: 'May be used from', width: '10rem', isSecondary: true },
  { id: 'expires', label: 'Expires', width: '7.5rem' },
  { id: 'used', label: 'Last used', width: '7.5rem' },
  { id: 'created', label: 'Created by', width: '9rem', isSecondary: true },
]
const MENU: Column = { id: 'menu', label: 'Menu', width: '48px', isLabelHidden: true }

type Props = {
  tokens: readonly ApiTokenView[]
  /** Absent when the reader may change nothing: then there is no menu. */
  onRevoke: ((token: ApiTokenView) => void) | undefined
}

/** One row a token that was not revoked. */
export function TokenTable({ tokens, onRevoke }: Props) {
  return (
    <Table label="API Tokens" columns={onRevoke ? [...COLUMNS, MENU] : COLUMNS}>
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} onRevoke={onRevoke} />
      ))}
    </Table>
  )
}

function TokenRow({ token, onRevoke }: { token: ApiTokenView; onRevoke: Props['onRevoke'] }) {
  return (
    <Row>
      <NameCell>
        <span className="block truncate" title={token.name}>
          {token.name}
        </span>
        <span className="block truncate font-mono text-xs font-normal text-muted">{token.hint}…</span>
      </NameCell>
      <Cell label="Permissions">
        <Permissions token={token} />
      </Cell>
      <Cell label="May be used from" isSecondary>
        <Origins cidrs={token.cidrs} />
      </Cell>
      <Cell label="Expires">
        <Expiry token={token} />
      </Cell>
      <Cell label="Last used">
        {token.lastUsedAt ? <RelativeTime at={token.lastUsedAt} /> : <span className="text-muted">Never</span>}
      </Cell>
      <Cell label="Created by" isSecondary>
        {token.createdBy}
      </Cell>
      {onRevoke && (
        <MenuCell>
          <RowMenu
            label={`Actions for ${token.name}`}
            actions={[
              {
                id: 'revoke',
                label: 'Revoke token',
                icon: <Ban aria-hidden="true" size={14} />,
                isDestructive: true,
                onAction: () => onRevoke(token),
              },
            ]}
          />
        </MenuCell>
      )}
    </Row>
  )
}

function Permissions({ token: { permissions } }: { token: ApiTokenView }) {
  const [first, ...others] = permissions
  if (permissions.length === PERMISSIONS.length) return <>All</>
  if (first === undefined) return <span className="text-muted">None</span>
  if (others.length === 0) return <>{first}</>
  return (
    <ExplainedText explanation={permissions.join(', ')}>
      {first} <span className="text-muted tabular-nums">+{others.length}</span>
    </ExplainedText>
  )
}

function Origins({ cidrs }: { cidrs: readonly string[] }) {
  const [first, ...others] = cidrs
  if (first === undefined) return <>Anywhere</>
  if (others.length === 0) return <span className="font-mono text-xs">{first}</span>
  return (
    <ExplainedText explanation={cidrs.join(', ')}>
      <span className="font-mono text-xs">{first}</span>{' '}
      <span className="text-muted tabular-nums">+{others.length}</span>
    </ExplainedText>
  )
}

function Expiry({ token: { expiresAt, isExpired } }: { token: ApiTokenView }) {
  if (expiresAt === null) return <span className="text-muted">Never</span>
  if (isExpired) return <Badge tone="warning">Expired</Badge>
  return <RelativeTime at={expiresAt} />
}
