import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type Column = {
  id: string
  label: string
  /** Any CSS width; columns without one share the rest. */
  width?: string
  isNumeric?: boolean
  /** Left out between 640 and 1024 px; always shown on cards. */
  isSecondary?: boolean
  /** The label is for screen readers only, for example over the menus. */
  isLabelHidden?: boolean
  /** Stands in the heading instead of the label, for example a box that chooses every row. */
  heading?: ReactNode
  /** Where the heading leads to sort by this column, and how the table is sorted by it now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' }
}

const secondaryStyle = 'sm:max-lg:hidden'

/** A table with a sticky header and rows 40 px high; below 640 px each row is a card. */
export function Table({
  label,
  columns,
  children,
}: {
  label: string
  columns: readonly Column[]
  children: ReactNode
}) {
  return (
    <table aria-label={label} className="w-full table-fixed border-separate border-spacing-0 text-sm max-sm:block">
      <thead className="max-sm:sr-only">
        <tr>
          {columns.map((column) => (
            <ColumnHeading key={column.id} column={column} />
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:flex max-sm:flex-col max-sm:gap-2">{children}</tbody>
    </table>
  )
}

function ColumnHeading({ column }: { column: Column }) {
  const { label, width, isNumeric, isSecondary, isLabelHidden, heading, sort } = column
  return (
    <th
      scope="col"
      aria-sort={sort ? (sort.direction ?? 'none') : undefined}
      style={{ width }}
      className={classNames(
        'sticky top-(--sticky-top) z-10 h-9 border-b bg-surface px-3 text-xs font-medium text-muted',
        isNumeric ? 'text-right' : 'text-left',
        isSecondary && secondaryStyle,
        heading !== undefined && 'pr-0! pl-1.5!',
      )}
    >
      {sort ? (
        <NextLink
          href={sort.href}
          scroll={false}
          className="group/sort inline-flex items-center gap-1 rounded-xs hover:text-ink"
        >
          {label}
          <SortMark direction={sort.direction} />
        </NextLink>
      ) : (
        (heading ?? <span className={isLabelHidden ? 'sr-only' : undefined}>{label}</span>)
      )}
    </th>
  )
}

function SortMark({ direction }: { direction?: 'ascending' | 'descending' }) {
  if (direction === 'ascending') return <ArrowUp aria-hidden="true" size={12} className="text-ink" />
  if (direction === 'descending') return <ArrowDown aria-hidden="true" size={12} className="text-ink" />
  return (
    <ChevronsUpDown
      aria-hidden="true"
      size={12}
      className="opacity-0 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100"
    />
  )
}

/** A row; `isSelected` tints it. */
export function Row({ isSelected, children }: { isSelected?: boolean; children: ReactNode }) {
  return (
    <tr
      className={classNames(
        'group/row relative transition-colors duration-75 max-sm:block max-sm:rounded-lg max-sm:border max-sm:p-3 max-sm:pr-11',
        isSelected ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
    >
      {children}
    </tr>
  )
}

export type CellProps = {
  /** The column's heading, shown before the value on cards. */
  label?: string
  isNumeric?: boolean
  isSecondary?: boolean
  /** Lets the content be wider than the cell, for example a menu's focus ring. */
  isOverflowing?: boolean
  children: ReactNode
}

const cellStyle = 'h-10 border-b px-3 py-1 align-middle max-sm:h-auto max-sm:border-0 max-sm:px-0'

/** A value in a row. */
export function Cell({ label, isNumeric, isSecondary, isOverflowing, children }: CellProps) {
  return (
    <td
      data-label={label}
      className={classNames(
        cellStyle,
        'text-soft max-sm:flex max-sm:items-center max-sm:justify-between max-sm:gap-4 max-sm:text-right max-sm:whitespace-normal',
        label !== undefined &&
          'max-sm:before:shrink-0 max-sm:before:font-sans max-sm:before:text-sm max-sm:before:text-muted max-sm:before:content-[attr(data-label)]',
        isNumeric && 'text-right font-mono text-xs tabular-nums',
        isSecondary && secondaryStyle,
        !isOverflowing && 'truncate',
      )}
    >
      {children}
    </td>
  )
}

/** The cell that names the row, usually a `NameLink`. */
export function NameCell({ children }: { children: ReactNode }) {
  return (
    <th
      scope="row"
      className={classNames(
        cellStyle,
        'truncate text-left font-medium text-ink max-sm:block max-sm:pb-1.5 max-sm:text-base',
      )}
    >
      {children}
    </th>
  )
}

/** The first cell, with the box that chooses the row; it stands at the top right of a card. */
export function SelectCell({ children }: { children: ReactNode }) {
  return (
    <td className={classNames(cellStyle, 'pr-0 pl-1.5 max-sm:absolute max-sm:top-2 max-sm:right-2 max-sm:p-0')}>
      {children}
    </td>
  )
}

/** The last cell, with the row's menu; it stands at the top right of a card. */
export function MenuCell({ children }: { children: ReactNode }) {
  return (
    <td className={classNames(cellStyle, 'px-1.5 text-right max-sm:absolute max-sm:top-2 max-sm:right-2 max-sm:p-0')}>
      {children}
    </td>
  )
}
