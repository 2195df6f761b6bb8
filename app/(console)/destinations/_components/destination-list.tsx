'use client'

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import { hasFilters, listSearch, toQueryString, withoutFilters } from '@/components/destinations/list-search'
import type { DestinationOperations } from '@/components/destinations/operations'
import { DESTINATIONS_KEY, destinationListQuery } from '@/components/destinations/queries'
import { useDestinationMenu } from '@/components/destinations/use-destination-menu'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { classNames } from '@/components/ui/class-names'
import { EmptyState } from '@/components/ui/empty-state'
import { ButtonLink } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { DestinationListQuery, DestinationListView } from '@/lib/contracts/destination'
import { DESTINATIONS_PER_PAGE } from '@/lib/domain/console'
import { DestinationTable } from './destination-table'
import { ListFilters } from './list-filters'
import { NoDestinations } from './no-destinations'

type Props = { canModify: boolean; operations: DestinationOperations }

/** Every destination, filtered, sorted and paged by the address. */
export function DestinationList({ canModify, operations }: Props) {
  const [search, setSearch] = useQueryStates(listSearch, { history: 'push' })
  const queries = useQueryClient()
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery({
    ...destinationListQuery(search),
    placeholderData: keepPreviousData,
  })
  const menu = useDestinationMenu(operations, () => queries.invalidateQueries({ queryKey: DESTINATIONS_KEY }))

  return (
    <>
      <PageHeader
        title="Alert Destinations"
        actions={
          canModify && (
            <ButtonLink href="/destinations/new" variant="primary" icon={<Plus aria-hidden="true" size={14} />}>
              Create New
            </ButtonLink>
          )
        }
      />
      {data?.totalUnfiltered === 0 ? (
        <NoDestinations canModify={canModify} />
      ) : (
        <>
          <ListFilters search={search} types={data?.types ?? []} total={data?.total} onChange={setSearch} />
          {error && (
            <div className="pb-4">
              <Callout
                tone="danger"
                title="The list could not be read"
                isAnnounced
                action={
                  <Button size="sm" onPress={() => refetch()} isPending={isFetching}>
                    Try again
                  </Button>
                }
              >
                {error.message}
              </Callout>
            </div>
          )}
          <div
            aria-busy={isPlaceholderData}
            className={classNames('transition-opacity duration-75', isPlaceholderData && 'opacity-60')}
          >
            {data && data.rows.length > 0 && (
              <DestinationTable rows={data.rows} search={search} actionsFor={canModify ? menu.actionsFor : undefined} />
            )}
            {data?.rows.length === 0 && <NothingMatches search={search} />}
            {!data && !error && <SkeletonRows label="Loading destinations" rows={10} />}
          </div>
          {data && data.total > 0 && <Pages list={data} search={search} />}
        </>
      )}
      {menu.dialog}
    </>
  )
}

function NothingMatches({ search }: { search: DestinationListQuery }) {
  return hasFilters(search) ? (
    <EmptyState
      title="No destination matches"
      action={<ButtonLink href={`/destinations${toQueryString(withoutFilters(search))}`}>Clear filters</ButtonLink>}
    >
      Search finds display names, targets, log types and ids.
    </EmptyState>
  ) : (
    <EmptyState
      title="There is no such page"
      action={
        <ButtonLink href={`/destinations${toQueryString(withoutFilters(search))}`}>Go to the first page</ButtonLink>
      }
    >
      The list is shorter than this.
    </EmptyState>
  )
}

function Pages({ list, search }: { list: DestinationListView; search: DestinationListQuery }) {
  const { page, pageCount, total, rows } = list
  const first = (page - 1) * DESTINATIONS_PER_PAGE + 1
  const hrefOf = (target: number) => `/destinations${toQueryString({ ...search, page: target })}`
  return (
    <Pagination
      summary={
        rows.length === 0
          ? `${total.toLocaleString('en')} in all`
          : `${first.toLocaleString('en')}–${(first + rows.length - 1).toLocaleString('en')} of ${total.toLocaleString('en')}`
      }
      previousHref={page > 1 ? hrefOf(Math.min(page - 1, pageCount)) : undefined}
      nextHref={page < pageCount ? hrefOf(page + 1) : undefined}
    />
  )
}
