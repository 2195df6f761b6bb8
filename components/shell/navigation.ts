import { KeyRound, Radar, Route, Send, Settings, Siren } from 'lucide-react'

export type NavigationItem = { label: string; href: string; section: string; icon: typeof Send; chord: string }
export type NavigationGroup = { label: string; items: readonly NavigationItem[] }

export const ALERTS_HREF = '/alerts'

/** The sidebar and the palette's pages. `section` is the path under which the item is the current one; `chord` follows `g`. */
export const NAVIGATION: readonly NavigationGroup[] = [
  {
    label: 'Investigate',
    items: [{ label: 'Alerts & Errors', href: ALERTS_HREF, section: ALERTS_HREF, icon: Siren, chord: 'a' }],
  },
  {
    label: 'Build',
    items: [
      { label: 'Detections', href: '/detections', section: '/detections', icon: Radar, chord: 'e' },
      { label: 'Routing', href: '/routing/simulator', section: '/routing', icon: Route, chord: 'r' },
    ],
  },
  {
    label: 'Configure',
    items: [{ label: 'Alert Destinations', href: '/destinations', section: '/destinations', icon: Send, chord: 'd' }],
  },
  {
    label: 'Settings',
    items: [
      { label: 'General', href: '/settings/general', section: '/settings/general', icon: Settings, chord: 's' },
      { label: 'API Tokens', href: '/settings/tokens', section: '/settings/tokens', icon: KeyRound, chord: 't' },
    ],
  },
]

export const PAGES = NAVIGATION.flatMap((group) => group.items)

/** Where people start something new, from the palette or by a single key. */
export const CREATE_DESTINATION_HREF = '/destinations/new'
export const CREATE_DETECTION_HREF = '/detections/new'
