import { Skeleton } from '@/components/ui/skeleton'

export default function DetectionLoading() {
  return (
    <div role="status" aria-label="Loading the detection" className="grid gap-4">
      <Skeleton className="h-4 w-24" />
      <Skeleton className="h-7 w-80" />
      <Skeleton className="h-4 w-96" />
      <Skeleton className="h-9 w-40" />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,25rem)]">
        <Skeleton className="h-[32rem] w-full" />
        <Skeleton className="h-80 w-full" />
      </div>
    </div>
  )
}
