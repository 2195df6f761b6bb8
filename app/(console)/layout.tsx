import type { ReactNode } from 'react'
import { AppShell } from '@/components/shell/app-shell'
import { requireCaller } from '@/lib/entry/caller'
import { countAlerts } from '@/lib/usecases/count-alerts'
import { getGeneralSettings } from '@/lib/usecases/general-settings'
import { searchAction, signOutAction } from './actions'

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const caller = await requireCaller()
  const [{ displayName }, counts] = await Promise.all([getGeneralSettings(caller), countAlerts(caller)])
  return (
    <AppShell
      user={{ name: caller.name, email: caller.email ?? '' }}
      workspaceName={displayName}
      onSignOut={signOutAction}
      search={searchAction}
      counts={counts}
    >
      {children}
    </AppShell>
  )
}
