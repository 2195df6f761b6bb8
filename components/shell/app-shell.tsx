'use client'

import { Menu as MenuIcon, Search as SearchIcon } from 'lucide-react'
import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
import type { AlertCountsView } from '@/lib/contracts/alert-list'
import { AlertCountsProvider } from '../alerts/alert-counts'
import { SwitchyardMark } from '../marks/switchyard-mark'
import { Drawer } from '../ui/drawer'
import { IconButton } from '../ui/icon-button'
import { ShortcutsDialog } from './shortcuts-dialog'
import { Sidebar } from './sidebar'
import type { Search } from './use-found-items'
import { useShellShortcuts } from './use-shell-shortcuts'
import { type ShellUser, UserMenu } from './user-menu'

const CommandPalette = dynamic(() => import('./command-palette').then((module) => module.CommandPalette), {
  ssr: false,
})

export type AppShellProps = {
  user: ShellUser
  workspaceName: string
  onSignOut: () => Promise<void>
  search: Search
  counts: AlertCountsView
  children: ReactNode
}

type Overlay = 'navigation' | 'palette' | 'shortcuts'

/** The frame of every screen: navigation, search and shortcuts around the page. */
export function AppShell({ user, workspaceName, onSignOut, search, counts, children }: AppShellProps) {
  const [overlay, setOverlay] = useState<Overlay>()
  const [hasPalette, setHasPalette] = useState(false)
  const close = () => setOverlay(undefined)
  const openPalette = () => {
    setHasPalette(true)
    setOverlay('palette')
  }
  const openShortcuts = () => setOverlay('shortcuts')
  useShellShortcuts({ palette: openPalette, shortcuts: openShortcuts })

  const sidebar = (
    <Sidebar
      workspaceName={workspaceName}
      onSearch={openPalette}
      onNavigate={close}
      footer={<UserMenu user={user} onShortcuts={openShortcuts} onSignOut={onSignOut} />}
    />
  )
  return (
    <AlertCountsProvider initial={counts}>
      <div className="shell:grid shell:grid-cols-[232px_minmax(0,1fr)]">
        <SkipLink />
        <aside aria-label="Sidebar" className="sticky top-0 hidden h-dvh overflow-y-auto border-r bg-canvas shell:flex">
          {sidebar}
        </aside>
        <header className="sticky top-0 z-20 flex h-12 items-center gap-1 border-b bg-canvas px-2 shell:hidden">
          <IconButton label="Open navigation" onPress={() => setOverlay('navigation')}>
            <MenuIcon aria-hidden="true" size={18} />
          </IconButton>
          <SwitchyardMark size={20} />
          <span className="ml-1 flex-1 truncate font-semibold">{workspaceName}</span>
          <IconButton label="Search" onPress={openPalette}>
            <SearchIcon aria-hidden="true" size={18} />
          </IconButton>
        </header>
        <main id="content" tabIndex={-1} className="min-w-0 px-4 py-5 outline-none sm:px-6 lg:px-8 lg:py-6">
          {children}
        </main>
        <Drawer isOpen={overlay === 'navigation'} onOpenChange={close} label="Navigation">
          {sidebar}
        </Drawer>
        {hasPalette && <CommandPalette isOpen={overlay === 'palette'} onOpenChange={close} search={search} />}
        <ShortcutsDialog isOpen={overlay === 'shortcuts'} onOpenChange={close} />
      </div>
    </AlertCountsProvider>
  )
}

function SkipLink() {
  return (
    <a
      href="#content"
      className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md border bg-raised px-3 py-1.5 text-sm font-medium shadow-raised focus:translate-y-0"
    >
      Skip to content
    </a>
  )
}
