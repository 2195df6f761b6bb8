'use client'

import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The address's fragment without its `#`; empty on the server, which is not told it. */
export function useFragment(): string {
  return useSyncExternalStore(
    subscribe,
    () => window.location.hash.slice(1),
    () => '',
  )
}

/** Where a delivery stands on the page, as a fragment names it. */
export const deliveryFragment = (id: string) => `delivery-${id}`

/** Opens the tab of deliveries at one of them: one step of the history, which the browser tells nobody of. */
export function openDelivery(id: string): void {
  window.history.pushState(null, '', `?tab=deliveries#${deliveryFragment(id)}`)
  window.dispatchEvent(new Event('hashchange'))
}
