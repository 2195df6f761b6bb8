import { DeliveryChartQuery } from '@/lib/contracts/delivery'
import { route } from '@/lib/entry/route'
import { chartDeliveries } from '@/lib/usecases/chart-deliveries'

export const GET = route(DeliveryChartQuery, chartDeliveries)
