import type { ReactNode } from 'react'
import { AppShell } from '@/components/shell/app-shell'
import { requireCaller } from '@/lib/entry/caller'
import { getGeneralSettings } from '@/lib/usecases/general-settings'
import { searchAction, signOutAction } from './actions'

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const caller = await requireCaller()
  const { displayName } = await getGeneralSettings(caller)
  return (
    <AppShell
      user={{ name: caller.name, email: caller.email }}
      workspaceName={displayName}
      onSignOut={signOutAction}
      search={searchAction}
    >
      {children}
    </AppShell>
  )
}
