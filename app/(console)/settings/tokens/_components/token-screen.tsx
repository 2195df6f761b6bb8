'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import type { ApiTokenView } from '@/lib/contracts/api-token'
import type { Permission } from '@/lib/domain/permission'
import { CreateTokenDialog } from './create-token-dialog'
import { NoTokens } from './no-tokens'
import type { TokenOperations } from './operations'
import { RevokeToken } from './revoke-token'
import { TokenTable } from './token-table'

type Props = {
  tokens: readonly ApiTokenView[]
  /** Where the API is reached. */
  origin: string
  /** What the reader may give to a token. */
  grantable: readonly Permission[]
  /** Absent when the reader may change nothing. */
  operations: TokenOperations | undefined
}

/** The tokens that let programs in: what each may do and when it was last used. */
export function TokenScreen({ tokens, origin, grantable, operations }: Props) {
  const [isCreating, setIsCreating] = useState(false)
  const [revoking, setRevoking] = useState<ApiTokenView>()
  const create = operations && (
    <Button variant="primary" icon={<Plus aria-hidden="true" size={16} />} onPress={() => setIsCreating(true)}>
      Create token
    </Button>
  )
  return (
    <>
      <PageHeader
        title="API Tokens"
        description={
          <>
            What programs come in with: to hand over alerts, to poll them, to manage destinations.{' '}
            <TextLink href="/docs/api">Read the API</TextLink>
          </>
        }
        actions={tokens.length > 0 && create}
      />
      {tokens.length === 0 ? (
        <NoTokens origin={origin} action={create} />
      ) : (
        <TokenTable tokens={tokens} onRevoke={operations && setRevoking} />
      )}
      {operations && isCreating && (
        <CreateTokenDialog
          origin={origin}
          grantable={grantable}
          create={operations.create}
          onClose={() => setIsCreating(false)}
        />
      )}
      {operations && revoking && (
        <RevokeToken token={revoking} revoke={operations.revoke} onClose={() => setRevoking(undefined)} />
      )}
    </>
  )
}
