import { PageHeader } from '@/components/ui/page-header'
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'

export default function AlertsLoading() {
  return (
    <>
      <PageHeader title="Alerts & Errors" actions={<Skeleton className="h-8 w-28" />} />
      <div className="flex h-9 items-center gap-4 border-b">
        <Skeleton className="h-4 w-16" />
        <Skeleton className="h-4 w-28" />
        <Skeleton className="h-4 w-24" />
      </div>
      <div className="flex flex-wrap gap-2 pt-4 pb-3">
        <Skeleton className="h-8 w-60" />
        <Skeleton className="h-8 w-28" />
        <Skeleton className="h-8 w-24" />
        <Skeleton className="h-8 w-24" />
        <Skeleton className="h-8 w-20" />
      </div>
      <SkeletonRows label="Loading alerts" rows={12} />
    </>
  )
}
