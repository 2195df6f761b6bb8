import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const APT_GET = '/usr/bin/apt-get'
const INSTALL = 'apt-get update && apt-get install -y --no-install-recommends chromium'

type Machine = {
  environment: Readonly<Record<string, string | undefined>>
  isExecutable(path: string): boolean
}

/** A Chromium on this machine: the one named by CHROME_PATH, else the first that is known by name. */
export function findBrowser({ environment, isExecutable }: Machine): string | undefined {
  const folders = [...(environment.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin']
  const known = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [environment.CHROME_PATH, ...known].find((path) => path !== undefined && path !== '' && isExecutable(path))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    // No such file, or not one to run: either way it is no browser.
    return false
  }
}

/** The prefix with which this user may install packages; `undefined` when it may not. */
function installer(): string | undefined {
  if (!isExecutable(APT_GET)) return undefined
  if (process.getuid?.() === 0) return ''
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? 'sudo -n ' : undefined
}

/** Finds a browser for the tests, and installs the system's Chromium where there is none. @throws {Error} when it cannot. */
export function bringBrowser(print: (line: string) => void): string {
  const machine = { environment: process.env, isExecutable }
  const found = findBrowser(machine)
  if (found !== undefined) return found
  const prefix = installer()
  if (prefix === undefined) {
    throw new Error(
      `The browser tests need Chromium. Install it (on Debian, as root: ${INSTALL}) or set CHROME_PATH to one.`,
    )
  }
  print('There is no browser: installing Chromium …')
  const command = `${prefix}sh -c 'export DEBIAN_FRONTEND=noninteractive; ${INSTALL}'`
  const { status, stdout, stderr } = spawnSync(command, {
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  })
  const installed = status === 0 ? findBrowser(machine) : undefined
  if (installed === undefined) throw new Error(`Chromium could not be installed (${INSTALL}).\n${stdout}\n${stderr}`)
  return installed
}
