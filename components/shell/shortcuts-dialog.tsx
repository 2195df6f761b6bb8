'use client'

import { Dialog } from '../ui/dialog'
import { Kbd } from '../ui/kbd'
import { PAGES } from './navigation'
import { useCommandKey } from './use-command-key'

const GENERAL = [
  { label: 'Create destination', keys: ['C'] },
  { label: 'Keyboard shortcuts', keys: ['?'] },
  { label: 'Close a dialog or a menu', keys: ['Esc'] },
]

/** All shortcuts that work on every page. */
export function ShortcutsDialog({
  isOpen,
  onOpenChange,
}: {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}) {
  const palette = { label: 'Search and commands', keys: [`${useCommandKey()} K`] }
  const pages = PAGES.map(({ label, chord }) => ({ label, keys: ['G', chord.toUpperCase()], joiner: 'then' }))
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Keyboard shortcuts" size="sm">
      <div className="flex flex-col gap-5">
        <ShortcutList title="Anywhere" shortcuts={[palette, ...GENERAL]} />
        <ShortcutList title="Go to" shortcuts={pages} />
      </div>
    </Dialog>
  )
}

type Shortcut = { label: string; keys: string[]; joiner?: string }

function ShortcutList({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  return (
    <section>
      <h3 className="mb-1 text-xs font-medium text-muted">{title}</h3>
      <dl>
        {shortcuts.map(({ label, keys, joiner }) => (
          <div key={label} className="flex items-center justify-between gap-4 border-b py-1.5 last:border-0">
            <dt>{label}</dt>
            <dd className="flex items-center gap-1.5 text-xs text-muted">
              {keys.map((key, index) => (
                <span key={key} className="flex items-center gap-1.5">
                  {index > 0 && joiner}
                  <Kbd>{key}</Kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
