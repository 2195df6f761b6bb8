'use client'

import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Json } from '@/lib/domain/alert'

/** Entries of one list or object that are shown before somebody asks for the rest. */
const SHOWN = 100
/** Levels that are open at first. */
const OPEN_LEVELS = 2

/** JSON to be read: what holds something opens and closes, by keyboard too. */
export function JsonTree({ value, label }: { value: Json; label: string }) {
  return (
    <section aria-label={label} className="min-w-0 font-mono text-xs leading-5">
      {isBranch(value) ? <Entries value={value} level={0} /> : <Leaf value={value} />}
    </section>
  )
}

type Branch = Json[] | { [key: string]: Json }

const isBranch = (value: Json): value is Branch => typeof value === 'object' && value !== null

function Entries({ value, level }: { value: Branch; level: number }) {
  const [isWhole, setIsWhole] = useState(false)
  const entries = Object.entries(value)
  const shown = isWhole ? entries : entries.slice(0, SHOWN)
  return (
    <ul className={level === 0 ? undefined : 'ml-1.5 border-l pl-3.5'}>
      {shown.map(([key, inner]) => (
        <li key={key}>
          {isBranch(inner) ? <Inner name={key} value={inner} level={level} /> : <Line name={key} value={inner} />}
        </li>
      ))}
      {shown.length < entries.length && (
        <li className="py-1">
          <Button size="sm" variant="ghost" onPress={() => setIsWhole(true)}>
            Show all {entries.length}
          </Button>
        </li>
      )}
    </ul>
  )
}

function Inner({ name, value, level }: { name: string; value: Branch; level: number }) {
  const [isOpen, setIsOpen] = useState(level < OPEN_LEVELS)
  if (Object.keys(value).length === 0) return <Line name={name} value={value} />
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)} className="group/branch">
      <summary className="-ml-1.5 flex cursor-default list-none items-center gap-1 rounded-sm pr-1 pl-0.5 hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          size={12}
          className={isOpen ? 'shrink-0 rotate-90 text-muted' : 'shrink-0 text-muted'}
        />
        <span className="text-soft">{name}</span>
        <span className="text-muted">{sizeOf(value)}</span>
      </summary>
      {isOpen && <Entries value={value} level={level + 1} />}
    </details>
  )
}

function Line({ name, value }: { name: string; value: Json }) {
  return (
    <p className="flex min-w-0 gap-2 pl-2.5">
      <span className="shrink-0 text-muted">{name}</span>
      <Leaf value={value} />
    </p>
  )
}

/** A text stands without quotes: it is read, not parsed; the JSON view has them. */
function Leaf({ value }: { value: Json }) {
  if (typeof value === 'string' && value !== '')
    return <span className="min-w-0 break-all whitespace-pre-wrap">{value}</span>
  return <span className="min-w-0 break-all text-accent-ink">{JSON.stringify(value)}</span>
}

function sizeOf(value: Branch): string {
  const size = Object.keys(value).length
  return Array.isArray(value) ? `[${size}]` : `{${size}}`
}
