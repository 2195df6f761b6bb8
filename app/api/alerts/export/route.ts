import { ExportAlertsQuery } from '@/lib/contracts/alert-list'
import { download } from '@/lib/entry/download'
import { exportAlerts } from '@/lib/usecases/export-alerts'

export const GET = download(ExportAlertsQuery, exportAlerts)
