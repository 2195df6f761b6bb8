import { ExportDeliveriesQuery } from '@/lib/contracts/delivery'
import { download } from '@/lib/entry/download'
import { exportDeliveries } from '@/lib/usecases/export-deliveries'

export const GET = download(ExportDeliveriesQuery, exportDeliveries)
