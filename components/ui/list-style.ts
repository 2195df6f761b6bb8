/** Classes of a floating list: menus, selects, comboboxes, the command palette. */
export const popoverStyle =
  'z-40 overflow-auto rounded-lg border border-line bg-raised p-1 shadow-raised outline-none data-entering:animate-enter data-exiting:animate-exit'

export const optionStyle =
  'flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 text-sm outline-none select-none ' +
  'data-focused:bg-hover data-hovered:bg-hover data-pressed:bg-pressed data-disabled:text-muted'

export const groupHeaderStyle = 'px-2 pt-2 pb-1 text-xs font-medium text-muted'
