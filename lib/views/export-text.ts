import type { ExportFormat } from '../contracts/download'

/** A column of a CSV file. */
export type ExportColumn<Row> = { name: string; value: (row: Row) => string | number | null | undefined }

// A spreadsheet runs a cell that begins like this: it is shown as text instead.
const FORMULA = /^[=+\-@\t\r]/
const NEEDS_QUOTES = /[",\r\n]/

function cell(value: string | number | null | undefined): string {
  if (typeof value === 'number') return String(value)
  const text = value ?? ''
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** A line of CSV (RFC 4180) that no spreadsheet takes for formulas. */
export function csvLine(values: readonly (string | number | null | undefined)[]): string {
  return `${values.map(cell).join(',')}\r\n`
}

/** Rows as a file, a page at a time: CSV with a head, or one JSON array. */
export async function* exportText<Row>(
  pages: AsyncIterable<readonly Row[]>,
  format: ExportFormat,
  columns: readonly ExportColumn<Row>[],
): AsyncGenerator<string> {
  yield format === 'csv' ? csvLine(columns.map(({ name }) => name)) : '['
  let separator = '\n'
  for await (const page of pages) {
    if (format === 'csv') {
      yield page.map((row) => csvLine(columns.map(({ value }) => value(row)))).join('')
      continue
    }
    for (const row of page) {
      yield `${separator}${JSON.stringify(row)}`
      separator = ',\n'
    }
  }
  if (format === 'json') yield '\n]\n'
}

/** `alerts-2026-03-01T1200.csv` */
export function exportFilename(what: string, format: ExportFormat, now: Date): string {
  return `${what}-${now.toISOString().slice(0, 16).replace(':', '')}Z.${format}`
}

export const EXPORT_CONTENT_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
}
