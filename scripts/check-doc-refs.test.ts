import { describe, expect, it } from 'vitest'
import { anchorsOf, faultsOfDocument, literalsOf, type Repository } from './house/doc-references'

const texts: Record<string, string> = {
  'lib/domain/alert.ts': '',
  'lib/destinations': '',
  'docs/runbook.md': '# Runbook\n\n## When it stops\n',
  'docs/architecture.md': '',
  'app/(console)/destinations/[id]/page.tsx': '',
}
const repository: Repository = {
  exists: (path) => path in texts,
  readText: (path) => texts[path],
  scripts: ['start', 'test', 'verify', 'new:destination'],
}
const faultsOf = (text: string, document = 'docs/architecture.md') => faultsOfDocument(document, text, repository)

describe('a document', () => {
  it.each([
    'Read `lib/domain/alert.ts`, line `lib/domain/alert.ts:12`.',
    'Each `lib/destinations/<type>/index.ts`, `lib/destinations/*/docs.md`, `lib/destinations/NAME/`.',
    'A page: `app/(console)/destinations/[id]/page.tsx`.',
    'An address `/destinations/new`, a header `content/type`, a package `@prisma/client`, `v1/v2`.',
    '[Runbook](runbook.md), [there](./runbook.md#when-it-stops), [code](../lib/domain/alert.ts "the alert")',
    '[Runbook](/docs/runbook#when-it-stops), [list](/destinations), [elsewhere](https://example.com/a.md)',
    '`npm start`, `npm test`, `npm run verify`, `npm run -s verify`, `npm run new:destination acme`',
    '# A heading\n\n[Up](#a-heading)',
    '```\nlib/gone.ts `lib/gone.ts` [gone](gone.md)\n```',
  ])('may say %j', (text) => {
    expect(faultsOf(text)).toEqual([])
  })

  it.each([
    ['`lib/domain/gone.ts`', 'lib/domain/gone.ts'],
    ['`lib/gone/<type>/index.ts`', 'lib/gone'],
    ['`lib/gone/`', 'lib/gone'],
    ['`src/engine/route.ts`', 'src/engine/route.ts'],
    ['[Gone](gone.md)', 'docs/gone.md'],
    ['![Picture](gone.svg)', 'docs/gone.svg'],
    ['[Gone](/docs/gone)', 'docs/gone.md'],
    ['[Gone](runbook.md#when-it-starts)', '#when-it-starts'],
    ['[Gone](/docs/runbook#when-it-starts)', '#when-it-starts'],
    ['[Gone](#nowhere)', '#nowhere'],
    ['`npm run gone`', 'no script gone'],
    ['```\nnpm run gone\n```', 'no script gone'],
  ])('is at fault with %j', (text, words) => {
    expect(faultsOf(text)).toEqual([expect.stringContaining(words)])
  })
})

describe('anchors', () => {
  it('are made as GitHub makes them, twice the same heading told apart', () => {
    const text =
      '# `npm` & Node: what’s new?\n## Set up\n### [Set up](x.md)\n```\n# No heading\n```\n## snake_case ##\n'
    expect([...anchorsOf(text)]).toEqual(['npm--node-whats-new', 'set-up', 'set-up-1', 'snake_case'])
  })
})

describe('a union of texts', () => {
  it('gives its members, on one line or on several', () => {
    expect(literalsOf("export type A = 'x' | 'y-z'\ntype B = 'q'", 'A')).toEqual(['x', 'y-z'])
    expect(literalsOf("export type A =\n  | 'x'\n  | 'y'\n\nconst b = 'q'", 'A')).toEqual(['x', 'y'])
  })

  it('must be there', () => {
    expect(() => literalsOf("type B = 'q'", 'A')).toThrow('no union')
  })
})
