import { DeliveryLogQuery } from '@/lib/contracts/delivery'
import { route } from '@/lib/entry/route'
import { listDeliveries } from '@/lib/usecases/list-deliveries'

export const GET = route(DeliveryLogQuery, listDeliveries)
