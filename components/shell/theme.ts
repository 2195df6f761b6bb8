export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** The theme this page shows. Browser only. */
export function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** Shows a theme and keeps it in the cookie `theme`, which the server reads so that no page flashes. Browser only. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
  const lifetimeSeconds = theme === 'system' ? 0 : YEAR_SECONDS
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing without https
  document.cookie = `theme=${theme}; path=/; max-age=${lifetimeSeconds}; samesite=lax`
}

/** Changes to the other of light and dark, whatever the system says. Browser only. */
export function toggleTheme(): void {
  const theme = currentTheme()
  const isDark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
  applyTheme(isDark ? 'light' : 'dark')
}
