'use client'

import { Ellipsis } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import {
  Menu as AriaMenu,
  Keyboard,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components/Menu'
import { classNames } from './class-names'
import { IconButton } from './icon-button'
import { optionStyle, popoverStyle } from './list-style'

export type MenuAction = {
  id: string
  label: string
  icon?: ReactNode
  /** A hint only: the screen binds the key. */
  shortcut?: string
  isDestructive?: boolean
  isDisabled?: boolean
} & ({ onAction: () => void } | { href: string })

export type MenuProps = {
  /** Names the menu. */
  label: string
  actions: readonly MenuAction[]
  /** The button that opens it. */
  children: ReactElement
  placement?: 'bottom end' | 'bottom start' | 'top start'
  header?: ReactNode
}

/** A menu behind a button; destructive actions stand last, apart and red. */
export function Menu({ label, actions, children, placement = 'bottom end', header }: MenuProps) {
  const plain = actions.filter((action) => !action.isDestructive)
  const destructive = actions.filter((action) => action.isDestructive)
  return (
    <MenuTrigger>
      {children}
      <Popover placement={placement} offset={4} className={classNames(popoverStyle, 'min-w-48')}>
        {header}
        <AriaMenu aria-label={label} className="outline-none">
          <MenuSection aria-label={label}>
            {plain.map((action) => (
              <ActionItem key={action.id} action={action} />
            ))}
          </MenuSection>
          {plain.length > 0 && destructive.length > 0 && <Separator className="-mx-1 my-1 border-t" />}
          {destructive.length > 0 && (
            <MenuSection aria-label={`${label}: destructive`}>
              {destructive.map((action) => (
                <ActionItem key={action.id} action={action} />
              ))}
            </MenuSection>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

/** The triple-dot menu at the end of a row. */
export function RowMenu({ label, actions }: Pick<MenuProps, 'label' | 'actions'>) {
  return (
    <Menu label={label} actions={actions}>
      <IconButton label={label} size="sm" hasTooltip={false}>
        <Ellipsis aria-hidden="true" size={16} />
      </IconButton>
    </Menu>
  )
}

function ActionItem({ action }: { action: MenuAction }) {
  const { isDestructive, icon, label, shortcut, ...item } = action
  return (
    <MenuItem
      {...item}
      textValue={label}
      className={classNames(
        optionStyle,
        isDestructive && 'text-danger-ink! data-focused:bg-danger-soft! data-hovered:bg-danger-soft!',
      )}
    >
      {icon && (
        <span className={classNames('grid size-4 place-items-center', !isDestructive && 'text-muted')}>{icon}</span>
      )}
      <span className="flex-1">{label}</span>
      {shortcut && <Keyboard className="pl-4 font-sans text-xs text-muted">{shortcut}</Keyboard>}
    </MenuItem>
  )
}
