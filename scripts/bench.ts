import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { benchDeliver } from './bench/deliver'
import { benchHang } from './bench/hang'
import { benchLatency } from './bench/latency'
import { benchLedger } from './bench/ledger'
import { benchList } from './bench/list'
import { benchMemory } from './bench/memory'
import { benchQueue } from './bench/queue'
import { benchRouting, type Measure } from './bench/routing'

const BENCHES: Readonly<Record<string, () => Measure[] | Promise<Measure[]>>> = {
  routing: benchRouting,
  list: benchList,
  deliver: benchDeliver,
  latency: benchLatency,
  hang: benchHang,
  memory: benchMemory,
  ledger: benchLedger,
  queue: benchQueue,
}
const RESULTS = 'bench-results'
const GIB = 2 ** 30

function machine() {
  const [processor] = cpus()
  return {
    processor: processor?.model ?? 'unknown',
    cores: cpus().length,
    memoryGib: Math.round(totalmem() / GIB),
    node: process.version,
  }
}

/** Three significant digits, with thousands set apart. */
const toShown = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 3 })

function toTable(measures: readonly Measure[]): string {
  const width = Math.max(...measures.map(({ name }) => name.length))
  return measures
    .map(({ name, value, unit }) => `  ${name.padEnd(width)}  ${toShown(value).padStart(9)} ${unit}`)
    .join('\n')
}

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => BENCHES[name] === undefined)
  if (unknown.length > 0) {
    console.error(`There is no bench ${unknown.join(', ')}. There is: ${Object.keys(BENCHES).join(', ')}.`)
    return 2
  }
  const results: Record<string, Measure[]> = {}
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (names.length > 0 && !names.includes(name)) continue
    const measures = await bench()
    results[name] = measures
    console.log(`${name}\n${toTable(measures)}\n`)
  }
  mkdirSync(RESULTS, { recursive: true })
  const report = { at: new Date().toISOString(), machine: machine(), results }
  writeFileSync(`${RESULTS}/latest.json`, `${JSON.stringify(report, null, 2)}\n`)
  console.log(`Written to ${RESULTS}/latest.json.`)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
