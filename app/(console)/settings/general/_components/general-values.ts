/** What the form of the general settings holds. */
export type GeneralValues = {
  displayName: string
  consoleUrl: string
  emptyDynamicList: 'continue' | 'suppress'
  retentionDays: number
  alertLimit: number
}
