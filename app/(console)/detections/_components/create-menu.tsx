'use client'

import { ChevronDown, FileUp, PenLine, Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'

const icon = { 'aria-hidden': true, size: 14 } as const

/** The ways to make a detection. */
export function CreateMenu() {
  return (
    <Menu
      label="Create a detection"
      actions={[
        { id: 'write', label: 'Write it here', icon: <PenLine {...icon} />, href: '/detections/new?mode=write' },
        { id: 'files', label: 'Paste or upload files', icon: <FileUp {...icon} />, href: '/detections/new?mode=files' },
      ]}
    >
      <Button variant="primary" icon={<Plus {...icon} />}>
        Create New
        <ChevronDown {...icon} />
      </Button>
    </Menu>
  )
}
