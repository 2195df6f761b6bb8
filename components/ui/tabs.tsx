'use client'

import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'

export type TabDefinition = { id: string; label: string; count?: number | string; content: ReactNode }

export type TabsProps = {
  label: string
  tabs: readonly TabDefinition[]
  selected?: string
  onSelect?: (id: string) => void
}

/** Views of one thing, one at a time. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => onSelect?.(String(key))}
      className="flex min-w-0 flex-col"
    >
      <TabList aria-label={label} className="flex gap-4 overflow-x-auto overflow-y-hidden border-b">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="-mb-px flex h-9 cursor-pointer items-center gap-1.5 border-b-2 border-transparent px-0.5 text-sm whitespace-nowrap text-muted data-focus-visible:-outline-offset-2 data-hovered:text-ink data-selected:border-accent-ink data-selected:font-medium data-selected:text-ink"
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className="text-xs font-normal text-muted tabular-nums">{tab.count}</span>
            )}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="pt-4">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
