import { Skeleton } from '@/components/ui/skeleton'

/** Stands in for a receipt that is on its way. */
export function ReceiptSkeleton() {
  return (
    <div role="status" aria-label="Loading the receipt" className="grid gap-3 rounded-lg border p-4">
      <Skeleton className="h-3.5 w-40" />
      <Skeleton className="h-5 w-28" />
      <Skeleton className="h-3.5 w-full" />
      <Skeleton className="mt-3 h-20 w-full" />
    </div>
  )
}
