import { makeDestination } from './house/destination-template'

const USAGE = `npm run new:destination NAME

NAME is the new destination type: lower-case words joined by hyphens, such as acme-pager.`

const nextSteps = (type: string) => `
Next, in lib/destinations/${type}:
  1. index.ts              the settings, where it goes, the request
  2. payload.ts            the alert in the vendor's form, with the vendor's limits
  3. docs.md, icon.svg     what the operator does at the vendor, and a mark in one colour
  4. sample-request.json   npx vitest run --project unit -u lib/destinations/${type}
                           writes it anew: read what changed before you keep it
Then: npm run verify`

function main([type, ...rest]: readonly string[]): number {
  if (type === undefined || rest.length > 0) {
    console.error(USAGE)
    return 2
  }
  const made = makeDestination('.', type)
  if (!made.ok) {
    console.error(made.message)
    return 1
  }
  console.log(`Made, and its line added to the list:\n${made.files.map((file) => `  ${file}`).join('\n')}`)
  console.log(nextSteps(type))
  return 0
}

process.exitCode = main(process.argv.slice(2))
