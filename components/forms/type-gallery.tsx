'use client'

import Link from 'next/link'
import { type KeyboardEvent, useRef, useState } from 'react'
import { DestinationLogo } from '@/components/marks/destination-logo'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SearchField } from '@/components/ui/search-field'
import type { DestinationCategory, DestinationTypeView } from '@/lib/contracts/destination-type'

type GalleryType = Pick<DestinationTypeView, 'type' | 'name' | 'summary' | 'category'>

const CATEGORIES: readonly { category: DestinationCategory; label: string }[] = [
  { category: 'chat', label: 'Chat' },
  { category: 'on-call', label: 'On-call' },
  { category: 'automation', label: 'Automation' },
]

/** Every destination type as a tile, by category; arrow keys move among the tiles, Enter in the search takes the first. */
export function TypeGallery({ types, href }: { types: readonly GalleryType[]; href: string }) {
  const [text, setText] = useState('')
  const gallery = useRef<HTMLDivElement>(null)
  const found = types.filter((type) => matches(type, text))
  const tiles = () => [...(gallery.current?.querySelectorAll<HTMLAnchorElement>('a') ?? [])]

  const handleSearchKey = (event: KeyboardEvent) => {
    const [first] = tiles()
    if (event.key === 'ArrowDown') first?.focus()
    if (event.key === 'Enter') first?.click()
    if (event.key === 'ArrowDown' || event.key === 'Enter') event.preventDefault()
  }
  const handleTileKey = (event: KeyboardEvent<HTMLAnchorElement>) => {
    const step = ARROW_STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const all = tiles()
    const place = all.indexOf(event.currentTarget)
    all[Math.min(all.length - 1, Math.max(0, place + step))]?.focus()
  }
  return (
    <div className="flex flex-col gap-6">
      <search onKeyDown={handleSearchKey}>
        <SearchField label="Search destination types" value={text} onChange={setText} autoFocus className="max-w-sm" />
      </search>
      <div ref={gallery} className="flex flex-col gap-6">
        {CATEGORIES.map(({ category, label }) => (
          <Category
            key={category}
            label={label}
            href={href}
            onKeyDown={handleTileKey}
            types={found.filter((type) => type.category === category)}
          />
        ))}
        {found.length === 0 && (
          <EmptyState
            title={`Nothing matches ${text.trim()}`}
            action={<Button onPress={() => setText('')}>Clear search</Button>}
          >
            A Custom Webhook reaches whatever takes HTTP requests.
          </EmptyState>
        )}
      </div>
    </div>
  )
}

const ARROW_STEPS: Partial<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

function matches({ name, summary, category }: GalleryType, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return [name, summary, category].some((part) => part.toLowerCase().includes(wanted))
}

type CategoryProps = {
  label: string
  href: string
  types: readonly GalleryType[]
  onKeyDown: (event: KeyboardEvent<HTMLAnchorElement>) => void
}

function Category({ label, href, types, onKeyDown }: CategoryProps) {
  if (types.length === 0) return null
  return (
    <section aria-label={label}>
      <h2 className="mb-2 text-sm font-medium text-muted">{label}</h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {types.map(({ type, name, summary }) => (
          <li key={type}>
            <Link
              href={`${href}?type=${type}`}
              onKeyDown={onKeyDown}
              className="flex h-full items-start gap-3 rounded-lg border border-line-strong bg-surface p-3.5 transition-colors duration-75 hover:border-control hover:bg-hover active:bg-pressed"
            >
              <DestinationLogo type={type} size={40} />
              <span className="min-w-0">
                <span className="block text-base font-medium">{name}</span>
                <span className="mt-0.5 block text-sm text-muted text-pretty">{summary}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
