'use client'

import { Search } from 'lucide-react'
import NextLink from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { SwitchyardMark } from '../marks/switchyard-mark'
import { classNames } from '../ui/class-names'
import { Kbd } from '../ui/kbd'
import { AlertCounts } from './alert-counts'
import { ALERTS_HREF, NAVIGATION, type NavigationItem } from './navigation'
import { useCommandKey } from './use-command-key'

export type SidebarProps = {
  workspaceName: string
  onSearch: () => void
  onNavigate?: () => void
  /** The user menu. */
  footer: ReactNode
}

/** Workspace, search, navigation and user menu, one below the other. */
export function Sidebar({ workspaceName, onSearch, onNavigate, footer }: SidebarProps) {
  return (
    <div className="flex min-h-full flex-1 flex-col gap-4 p-3">
      <div className="flex h-8 items-center gap-2 px-1 pr-9 shell:pr-1">
        <SwitchyardMark size={22} />
        <span className="truncate font-semibold tracking-tight">{workspaceName}</span>
      </div>
      <Button
        onPress={onSearch}
        className="flex h-8 items-center gap-2 rounded-md border border-line-strong bg-surface px-2 text-sm text-muted shadow-control hover:border-control hover:text-ink"
      >
        <Search aria-hidden="true" size={14} />
        <span className="flex-1 text-left">Search</span>
        <Kbd>{useCommandKey()} K</Kbd>
      </Button>
      <nav aria-label="Main" className="flex flex-1 flex-col gap-4">
        {NAVIGATION.map((group) => (
          <div key={group.label}>
            <p aria-hidden="true" className="px-2 pb-1 text-xs font-medium text-muted">
              {group.label}
            </p>
            <ul aria-label={group.label} className="flex flex-col gap-px">
              {group.items.map((item) => (
                <li key={item.href}>
                  <NavigationLink item={item} onNavigate={onNavigate} />
                  {item.href === ALERTS_HREF && <AlertCounts onNavigate={onNavigate} />}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      {footer}
    </div>
  )
}

function NavigationLink({ item, onNavigate }: { item: NavigationItem; onNavigate?: () => void }) {
  const path = usePathname()
  const isCurrent = path === item.section || path.startsWith(`${item.section}/`)
  const Icon = item.icon
  return (
    <NextLink
      href={item.href}
      onClick={onNavigate}
      aria-current={isCurrent ? 'page' : undefined}
      className={classNames(
        'flex h-8 items-center gap-2 rounded-md px-2 text-sm transition-colors duration-75',
        isCurrent ? 'bg-pressed font-medium text-ink' : 'text-soft hover:bg-hover hover:text-ink',
      )}
    >
      <Icon aria-hidden="true" size={16} className={isCurrent ? 'text-accent-ink' : 'text-muted'} />
      {item.label}
    </NextLink>
  )
}
