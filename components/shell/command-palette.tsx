'use client'

import { FilePlus2, Moon, Plus, Radar, Search as SearchIcon, Siren } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Input } from 'react-aria-components/Input'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { TextField } from 'react-aria-components/TextField'
import { DestinationLogo } from '../marks/destination-logo'
import { classNames } from '../ui/class-names'
import { scrimStyle } from '../ui/dialog'
import { Kbd } from '../ui/kbd'
import { groupHeaderStyle, optionStyle } from '../ui/list-style'
import { Spinner } from '../ui/spinner'
import { CREATE_DESTINATION_HREF, CREATE_DETECTION_HREF, PAGES } from './navigation'
import { toggleTheme } from './theme'
import { type Search, useFoundItems } from './use-found-items'

type Command = { id: string; label: string; icon: ReactNode; hint?: string; run: () => void }

export type CommandPaletteProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void; search: Search }

/** Everything by name: pages, actions, destinations and detections; alerts by their id. */
export function CommandPalette({ isOpen, onOpenChange, search }: CommandPaletteProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className={classNames(scrimStyle, 'flex items-start justify-center p-4 sm:pt-[14vh]')}
    >
      <Modal className="w-full max-w-xl animate-rise overflow-hidden rounded-xl border bg-raised shadow-modal">
        <Dialog aria-label="Search and commands" className="outline-none">
          <PaletteContent search={search} onClose={() => onOpenChange(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteContent({ search, onClose }: { search: Search; onClose: () => void }) {
  const [text, setText] = useState('')
  const { contains } = useFilter({ sensitivity: 'base' })
  const { view, isLoading, hasFailed } = useFoundItems(search, text)
  const { pages, actions, destinations, detections, alerts } = useCommands(view)
  const matching = (commands: Command[]) => commands.filter((command) => contains(command.label, text))
  const sections = [
    { title: 'Pages', commands: matching(pages) },
    { title: 'Actions', commands: matching(actions) },
    { title: 'Destinations', commands: destinations },
    { title: 'Detections', commands: detections },
    { title: 'Alerts', commands: alerts },
  ].filter((section) => section.commands.length > 0)

  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <TextField aria-label="Search" autoFocus className="flex h-12 items-center gap-2.5 border-b px-4">
        <SearchIcon aria-hidden="true" size={16} className="shrink-0 text-muted" />
        <Input
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          placeholder="Search pages, destinations, detections, alert ids"
          className="min-w-0 flex-1 bg-transparent text-md outline-none"
        />
        {isLoading ? <Spinner className="text-muted" /> : <Kbd>Esc</Kbd>}
      </TextField>
      <ListBox
        aria-label="Results"
        renderEmptyState={() => (
          <p className="px-2 py-6 text-center text-sm text-muted">{isLoading ? 'Searching' : 'Nothing matches'}</p>
        )}
        className="max-h-[min(24rem,60dvh)] overflow-y-auto p-1 outline-none"
      >
        {sections.map(({ title, commands }) => (
          <ListBoxSection key={title} id={title}>
            <Header className={groupHeaderStyle}>{title}</Header>
            {commands.map((command) => (
              <PaletteItem key={command.id} command={command} onClose={onClose} />
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
      {hasFailed && (
        <p role="status" className="border-t px-4 py-2 text-sm text-warning-ink">
          Destinations and detections could not be searched. Type again to retry.
        </p>
      )}
    </Autocomplete>
  )
}

function PaletteItem({ command, onClose }: { command: Command; onClose: () => void }) {
  const handleAction = () => {
    command.run()
    onClose()
  }
  return (
    <ListBoxItem
      id={command.id}
      textValue={command.label}
      onAction={handleAction}
      className={classNames(optionStyle, 'min-h-9')}
    >
      <span className="grid size-5 shrink-0 place-items-center text-muted">{command.icon}</span>
      <span className="min-w-0 flex-1 truncate">{command.label}</span>
      {command.hint && <span className="text-xs text-muted">{command.hint}</span>}
    </ListBoxItem>
  )
}

const iconProps = { 'aria-hidden': true, size: 16 } as const

function useCommands({ destinations, detections, alerts }: ReturnType<typeof useFoundItems>['view']) {
  const router = useRouter()
  const go = (href: string) => () => router.push(href)
  return {
    pages: PAGES.map(({ label, href, icon: Icon, chord }) => ({
      id: href,
      label,
      icon: <Icon {...iconProps} />,
      hint: `G ${chord.toUpperCase()}`,
      run: go(href),
    })),
    actions: [
      {
        id: 'create-destination',
        label: 'Create destination',
        icon: <Plus {...iconProps} />,
        hint: 'C',
        run: go(CREATE_DESTINATION_HREF),
      },
      {
        id: 'create-detection',
        label: 'Create detection',
        icon: <FilePlus2 {...iconProps} />,
        run: go(CREATE_DETECTION_HREF),
      },
      { id: 'toggle-theme', label: 'Toggle light and dark theme', icon: <Moon {...iconProps} />, run: toggleTheme },
    ],
    destinations: destinations.map(({ id, displayName, type }) => ({
      id: `destination:${id}`,
      label: displayName,
      icon: <DestinationLogo type={type} size={20} />,
      run: go(`/destinations/${id}`),
    })),
    detections: detections.map(({ id, displayName }) => ({
      id: `detection:${id}`,
      label: displayName,
      icon: <Radar {...iconProps} />,
      run: go(`/detections/${encodeURIComponent(id)}`),
    })),
    alerts: alerts.map(({ alertId, title }) => ({
      id: `alert:${alertId}`,
      label: title,
      icon: <Siren {...iconProps} />,
      hint: alertId.slice(0, 8),
      run: go(`/alerts/${alertId}`),
    })),
  }
}
