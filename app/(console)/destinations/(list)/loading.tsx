import { PageHeader } from '@/components/ui/page-header'
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'

export default function DestinationsLoading() {
  return (
    <>
      <PageHeader title="Alert Destinations" actions={<Skeleton className="h-8 w-28" />} />
      <div className="flex flex-wrap gap-2 pb-4">
        <Skeleton className="h-8 w-64" />
        <Skeleton className="h-8 w-20" />
        <Skeleton className="h-8 w-24" />
        <Skeleton className="h-8 w-20" />
      </div>
      <SkeletonRows label="Loading destinations" rows={10} />
    </>
  )
}
