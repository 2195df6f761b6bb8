import { buildIfNeeded } from '../../lib/server/build'

/** Journeys run against the production build, which is made once, before the first of them. */
export default function buildConsole() {
  buildIfNeeded((line) => process.stdout.write(`${line}\n`))
}
