'use client'

import { Check, ChevronsUpDown } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Button } from 'react-aria-components/Button'
import {
  Header,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components/Menu'
import { Avatar } from '../ui/avatar'
import { classNames } from '../ui/class-names'
import { groupHeaderStyle, optionStyle, popoverStyle } from '../ui/list-style'
import { applyTheme, currentTheme, THEMES, type Theme } from './theme'

export type ShellUser = { name: string; email: string }

export type UserMenuProps = { user: ShellUser; onShortcuts: () => void; onSignOut: () => Promise<void> }

const THEME_LABELS: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' }

/** Who is signed in, the theme, and the way out. */
export function UserMenu({ user, onShortcuts, onSignOut }: UserMenuProps) {
  const [isLeaving, startLeaving] = useTransition()
  const [theme, setTheme] = useState<Theme>('system')
  const chooseTheme = (chosen: Theme) => {
    applyTheme(chosen)
    setTheme(chosen)
  }
  return (
    <MenuTrigger onOpenChange={() => setTheme(currentTheme())}>
      <Button
        isDisabled={isLeaving}
        className="flex h-10 w-full items-center gap-2 rounded-md px-2 text-left text-sm hover:bg-hover data-pressed:bg-pressed"
      >
        <Avatar name={user.name} />
        <span className="min-w-0 flex-1 truncate">{user.name}</span>
        <ChevronsUpDown aria-hidden="true" size={14} className="shrink-0 text-muted" />
      </Button>
      <Popover placement="top start" offset={4} className={classNames(popoverStyle, 'w-56')}>
        <div className="min-w-0 px-2 py-1.5">
          <p className="truncate text-sm font-medium">{user.name}</p>
          <p className="truncate text-xs text-muted">{user.email}</p>
        </div>
        <Separator className="-mx-1 my-1 border-t" />
        <Menu aria-label="Account" className="outline-none">
          <MenuSection selectionMode="single" disallowEmptySelection selectedKeys={[theme]}>
            <Header className={groupHeaderStyle}>Theme</Header>
            {THEMES.map((option) => (
              <MenuItem key={option} id={option} onAction={() => chooseTheme(option)} className={optionStyle}>
                <span className="flex-1">{THEME_LABELS[option]}</span>
                {option === theme && <Check aria-hidden="true" size={14} className="text-accent-ink" />}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="-mx-1 my-1 border-t" />
          <MenuItem onAction={onShortcuts} textValue="Keyboard shortcuts" className={optionStyle}>
            <span className="flex-1">Keyboard shortcuts</span>
            <Keyboard className="font-sans text-xs text-muted">?</Keyboard>
          </MenuItem>
          <MenuItem onAction={() => startLeaving(onSignOut)} className={optionStyle}>
            Sign out
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
