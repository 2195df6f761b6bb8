import { DetectionListQuery } from '@/lib/contracts/detection'
import { route } from '@/lib/entry/route'
import { listDetections } from '@/lib/usecases/list-detections'

export const GET = route(DetectionListQuery, listDetections)
