import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startReceiver } from '../rig/receiver'
import { scratchFolder } from '../rig/scratch'
import { type Teardown, withTeardown } from '../rig/teardown'
import { CONDUCT, DESTINATIONS, finish, type Means, progressOf, startPosting } from './ending'
import { namesOf, setStage } from './stage'
import type { Verdict } from './verdict'

const CAST = { consoles: 1, workers: 1, isEmbedded: false }
const POSTING = { alerts: 3_000, batch: 20, perSecond: 100 }
const SIZE = '500m'
const CHUNK = Buffer.alloc(2 ** 16)
const BEFORE_MS = 10_000
const FULL_MS = 12_000
const SETTLE_LIMIT_MS = 90_000

/** Alerts are posted while the disk that the database is on fills up, stays full for a while, and has room again. */
export function playFullDisk({ print, logs }: Means): Promise<Verdict> {
  return withTeardown(async (teardown) => {
    const folder = scratchFolder(teardown)
    if (!mountSmallDisk(folder, teardown)) {
      print('  not played: a small disk can only be mounted as root')
      return { figures: {}, problems: [] }
    }
    const receiver = await startReceiver(teardown, namesOf(CAST).length)
    await receiver.conduct(CONDUCT)
    const options = { cast: CAST, receiver, destinations: DESTINATIONS, logs: `${logs}/full-disk`, folder }
    const stage = await setStage(options, teardown)
    const posting = startPosting(POSTING, stage, teardown)
    await Promise.race([wait(BEFORE_MS), posting])
    await stage.journal.during({ what: 'database away' }, () => fillFor(FULL_MS, folder))
    print(`  the disk was full for ${FULL_MS / 1000} s · ${await progressOf(stage.database(), receiver)}`)
    const posted = await posting
    return finish({ stage, cast: CAST, receiver, posted, settleLimitMs: SETTLE_LIMIT_MS })
  })
}

function mountSmallDisk(folder: string, teardown: Teardown): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=0755`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return false
  }
  teardown.add(() => {
    // Lazily: whoever still looks at a file of it must not keep it.
    execFileSync('umount', ['-l', folder])
  })
  return true
}

async function fillFor(ms: number, folder: string) {
  const ballast = join(folder, 'ballast')
  const file = openSync(ballast, 'w')
  const fill = () => {
    try {
      for (;;) writeSync(file, CHUNK)
    } catch {
      // It is full.
    }
  }
  try {
    // The server gives back a little now and then: it is filled again until the time is over.
    for (let passed = 0; passed < ms; passed += 100) {
      fill()
      await wait(100)
    }
  } finally {
    closeSync(file)
    rmSync(ballast)
  }
}
