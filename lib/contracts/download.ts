export const EXPORT_FORMATS = ['csv', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** A file that is made while it is read. */
export type Download = { filename: string; contentType: string; chunks: AsyncIterable<string> }
