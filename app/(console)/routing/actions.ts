'use server'

import { PreviewRoutingInput } from '@/lib/contracts/routing'
import { action } from '@/lib/entry/action'
import { previewRouting } from '@/lib/usecases/preview-routing'

export const previewRoutingAction = action(PreviewRoutingInput, previewRouting)
