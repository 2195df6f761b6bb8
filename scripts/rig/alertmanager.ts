import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Receiver } from './receiver'
import { scratchFolder } from './scratch'
import type { Teardown } from './teardown'
import { until } from './until'

const PROGRAM = '/usr/bin/prometheus-alertmanager'
const START_LIMIT_MS = 20_000
const FIRST_PORT = 20_000
const PORTS = 12_000

export const ALERTMANAGER_MISSING = `There is no ${PROGRAM} to compare with. On Debian: apt-get install prometheus-alertmanager`

/** Starts Debian's Alertmanager with every alert a group of its own, sent at once. @returns its address; nothing where it is not installed. */
export async function startAlertmanager(receiver: Receiver, teardown: Teardown): Promise<string | undefined> {
  if (!existsSync(PROGRAM)) return undefined
  const folder = scratchFolder(teardown)
  const configuration = join(folder, 'alertmanager.yml')
  writeFileSync(configuration, configurationFor(receiver))
  const address = `127.0.0.1:${await freePort()}`
  const child = spawn(
    PROGRAM,
    [
      `--config.file=${configuration}`,
      `--storage.path=${join(folder, 'alertmanager')}`,
      `--web.listen-address=${address}`,
      '--cluster.listen-address=',
      '--log.level=error',
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  teardown.add(() => {
    child.kill('SIGKILL')
  })
  await until('Alertmanager was ready', START_LIMIT_MS, () =>
    fetch(`http://${address}/-/ready`).then(
      ({ ok }) => ok || undefined,
      () => undefined,
    ),
  )
  return `http://${address}`
}

const configurationFor = (receiver: Receiver) => `
route:
  receiver: bench
  group_by: ['...']
  group_wait: 0s
  group_interval: 1h
  repeat_interval: 24h
receivers:
  - name: bench
    webhook_configs:
      - url: http://127.0.0.1:${receiver.ports[0]}/
        send_resolved: false
`

/** Below the ports that the system hands to outgoing connections. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + Math.floor(Math.random() * PORTS)
    const isFree = await new Promise<boolean>((done) => {
      const probe = createServer()
        .once('error', () => done(false))
        .listen(port, '127.0.0.1', () => probe.close(() => done(true)))
    })
    if (isFree) return port
  }
}
