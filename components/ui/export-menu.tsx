'use client'

import { ChevronDown, Download } from 'lucide-react'
import { Button } from './button'
import { Menu } from './menu'

const FORMATS = [
  { format: 'csv', label: 'As CSV' },
  { format: 'json', label: 'As JSON' },
] as const

export type ExportMenuProps = {
  /** Where the file is, without its format. */
  path: string
  query: string
}

/** Everything that a list's filters leave, as a file. */
export function ExportMenu({ path, query }: ExportMenuProps) {
  const addressOf = (format: string) => {
    const address = new URLSearchParams(query)
    address.set('format', format)
    return `${path}?${address}`
  }
  return (
    <Menu
      label="Export"
      actions={FORMATS.map(({ format, label }) => ({
        id: format,
        label,
        onAction: () => window.location.assign(addressOf(format)),
      }))}
    >
      <Button icon={<Download aria-hidden="true" size={14} />}>
        Export
        <ChevronDown aria-hidden="true" size={14} className="text-muted" />
      </Button>
    </Menu>
  )
}
