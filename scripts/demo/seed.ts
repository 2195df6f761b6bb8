import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DestinationInput } from '../../lib/contracts/destination'
import type { Caller } from '../../lib/domain/caller'
import { AppError } from '../../lib/errors'
import { acceptAlerts } from '../../lib/usecases/accept-alerts'
import { createDestination } from '../../lib/usecases/create-destination'
import { listDestinationChoices } from '../../lib/usecases/list-destination-choices'
import { pauseDestination } from '../../lib/usecases/pause-destination'
import { saveDetectionFiles } from '../../lib/usecases/save-detection-files'
import { DEMO_ALERTS } from './alerts'
import { DEMO_DESTINATIONS } from './destinations'

const DETECTIONS = join(import.meta.dirname, 'detections')

/** Adds the worked example and what makes the console worth opening. What is there already stays as it is. */
export async function seedDemo(caller: Caller): Promise<void> {
  const existing = new Set((await listDestinationChoices(caller)).map(({ displayName }) => displayName))
  for (const { isPaused, ...given } of DEMO_DESTINATIONS) {
    if (existing.has(given.displayName)) continue
    const { id } = await createDestination(caller, DestinationInput.parse(given))
    if (isPaused) await pauseDestination(caller, { id })
  }
  for (const files of readDemoDetections()) await saveUnlessThere(caller, files)
  if (existing.size === 0) await acceptAlerts(caller, { items: DEMO_ALERTS, isAtomic: true })
}

type Files = { yaml: string; body: string | null }

/** The demo's detections as their files, in the order of their names. */
function readDemoDetections(): Files[] {
  return readdirSync(DETECTIONS)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => {
      const body = join(DETECTIONS, name.replace(/\.yml$/, '.py'))
      return {
        yaml: readFileSync(join(DETECTIONS, name), 'utf8'),
        body: existsSync(body) ? readFileSync(body, 'utf8') : null,
      }
    })
}

async function saveUnlessThere(caller: Caller, files: Files): Promise<void> {
  try {
    await saveDetectionFiles(caller, files)
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'conflict')) throw error
  }
}
