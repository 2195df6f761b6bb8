import type { Metadata } from 'next'
import { callerCan } from '@/lib/domain/caller'
import { PERMISSIONS } from '@/lib/domain/permission'
import { requireCaller } from '@/lib/entry/caller'
import { pageData } from '@/lib/entry/page-data'
import { getGeneralSettings } from '@/lib/usecases/general-settings'
import { listApiTokens } from '@/lib/usecases/list-api-tokens'
import { TokenScreen } from './_components/token-screen'
import { createApiTokenAction, revokeApiTokenAction } from './actions'

export const metadata: Metadata = { title: 'API Tokens' }

export default async function ApiTokensPage() {
  const caller = await requireCaller()
  const tokens = await pageData(() => listApiTokens(caller))
  const { effectiveConsoleUrl } = await pageData(() => getGeneralSettings(caller))
  return (
    <TokenScreen
      tokens={tokens}
      origin={effectiveConsoleUrl}
      grantable={PERMISSIONS.filter((permission) => callerCan(caller, permission))}
      operations={
        callerCan(caller, 'OrganizationAPITokenModify')
          ? { create: createApiTokenAction, revoke: revokeApiTokenAction }
          : undefined
      }
    />
  )
}
