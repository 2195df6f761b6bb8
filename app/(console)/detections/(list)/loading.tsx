import { PageHeader } from '@/components/ui/page-header'
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'

export default function DetectionsLoading() {
  return (
    <>
      <PageHeader title="Detections" description="What makes alerts, and where the alerts of each go now." />
      <div className="grid gap-3">
        <Skeleton className="h-8 w-72" />
        <SkeletonRows label="Loading detections" />
      </div>
    </>
  )
}
