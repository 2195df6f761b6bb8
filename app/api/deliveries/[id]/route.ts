import { DeliveryId } from '@/lib/contracts/delivery'
import { route } from '@/lib/entry/route'
import { getDelivery } from '@/lib/usecases/get-delivery'

export const GET = route(DeliveryId, getDelivery)
