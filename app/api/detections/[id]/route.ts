import { DetectionId } from '@/lib/contracts/detection'
import { route } from '@/lib/entry/route'
import { getDetection } from '@/lib/usecases/get-detection'

export const GET = route(DetectionId, getDetection)
