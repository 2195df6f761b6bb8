import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast'

const SHOWN_MS = 6000
const SHOWN_MAX = 4

export type ToastContent = {
  tone: 'neutral' | 'positive' | 'danger'
  title: string
  description?: string
  action?: { label: string; onPress: () => void }
}

export const toastQueue = new ToastQueue<ToastContent>({ maxVisibleToasts: SHOWN_MAX })

/** Says what happened; an error stays until it is dismissed, anything else leaves after 6 s. */
export function toast(content: ToastContent): void {
  toastQueue.add(content, content.tone === 'danger' ? {} : { timeout: SHOWN_MS })
}
