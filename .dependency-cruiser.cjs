// Who may import whom. `npm run verify` holds the code to it, and holds these rules to imports they must catch.

const TEST_FILES = ['\\.test\\.tsx?$', '/testdata/']
const OWN_CODE = '^(app|components|e2e|lib|prisma|scripts)/'
const PACKAGES = '(^|/)node_modules/'
const TYPE_FOLDER = '^lib/destinations/(?!kit/)([^/]+)/'

/** Parts that use-cases share: no use-case themselves. */
const SHARED_BY_USE_CASES =
  '^lib/usecases/(authorise|check-fallback|console-url|detection-files|find-dependants|redelivery-errors|redrive-plan|resumed-by-saving|receipt-view|settings-errors)\\.ts$'

const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { ...from, pathNot: [...TEST_FILES, ...(from.pathNot ?? [])] },
  to,
})

/** Code of ours in `from` may import itself and what `allowed` matches; `name` is the folder's. */
const layer = (name, from, allowed) =>
  forbid(
    `${name}-imports`,
    `${name} imports code that is not its to know.`,
    { path: from },
    {
      path: OWN_CODE,
      pathNot: [from, ...allowed],
    },
  )

const packages = (name, from, allowed) =>
  forbid(
    `${name}-packages`,
    `${name} imports a package that is not its to know.`,
    { path: from },
    {
      path: PACKAGES,
      ...(allowed.length > 0 && { pathNot: allowed.map((packageName) => `${PACKAGES}${packageName}/`) }),
    },
  )

const only = (name, comment, importers, path) => forbid(name, comment, { pathNot: importers }, { path })

module.exports = {
  forbidden: [
    layer('domain', '^lib/domain/', []),
    layer('contracts', '^lib/contracts/', ['^lib/domain/']),
    layer('api', '^lib/api/', ['^lib/(contracts|domain)/']),
    layer('routing', '^lib/routing/', ['^lib/domain/']),
    layer('detections', '^lib/detections/', ['^lib/domain/']),
    layer('highlight', '^lib/highlight/', []),
    layer('http', '^lib/http/', []),
    layer('kit', '^lib/destinations/kit/', ['^lib/(contracts|domain)/', '^lib/http/types\\.ts$']),
    layer('destinations', '^lib/destinations/[^/]+\\.ts$', ['^lib/(contracts|destinations|domain)/']),
    forbid(
      'destination-type-imports',
      'A destination type knows the kit, the domain and the client it is handed; never another type.',
      { path: TYPE_FOLDER },
      { path: OWN_CODE, pathNot: ['^lib/destinations/(kit|$1)/', '^lib/domain/', '^lib/http/types\\.ts$'] },
    ),
    layer('metrics', '^lib/metrics/', ['^lib/repositories/', '^lib/log\\.ts$']),
    layer('jobs', '^lib/jobs/', ['^lib/(domain|repositories)/', '^lib/log\\.ts$']),
    layer('delivery', '^lib/delivery/', [
      '^lib/(contracts|destinations|domain|http|metrics|repositories|routing|alerts)/',
      '^lib/(clock|env|errors|log)\\.ts$',
    ]),
    layer('alerts', '^lib/alerts/', ['^lib/(contracts|detections|domain|repositories|routing)/', '^lib/errors\\.ts$']),
    layer('secrets', '^lib/secrets/', ['^lib/env\\.ts$']),
    layer('database', '^lib/database/', []),
    layer('repositories', '^lib/repositories/', ['^lib/(contracts|domain|secrets)/', '^lib/(env|errors)\\.ts$']),
    layer('auth', '^lib/auth/', ['^lib/(contracts|domain|repositories|secrets)/', '^lib/env\\.ts$']),
    layer('views', '^lib/views/', ['^lib/(contracts|domain|repositories)/', '^lib/destinations/registry\\.ts$']),
    layer('usecases', '^lib/usecases/', ['^lib/(?!(entry|server|testing)/)']),
    layer('entry', '^lib/entry/', [
      '^lib/(api|auth|contracts|domain|repositories|usecases)/',
      '^lib/(clock|env|errors|log)\\.ts$',
    ]),
    layer('server', '^lib/server/', ['^lib/(?!(entry|testing|usecases)/)']),
    layer('testing', '^lib/testing/', ['^lib/(?!entry/)']),
    layer('process', '^lib/[^/]+\\.ts$', ['^lib/contracts/', '^lib/http/egress-policy\\.ts$']),
    layer('components', '^components/', ['^lib/(contracts|domain|highlight)/']),
    layer('app', '^app/', ['^components/', '^lib/(api|contracts|domain|entry|highlight|usecases)/']),
    layer('scripts', '^scripts/', ['^lib/(?!entry/)', '^e2e/receivers/']),

    packages('domain', '^lib/domain/', []),
    packages('contracts', '^lib/contracts/', ['zod']),
    packages('api', '^lib/api/', ['zod']),
    packages('routing', '^lib/routing/', []),
    packages('detections', '^lib/detections/', ['yaml', 'zod']),
    packages('views', '^lib/views/', []),
    forbid(
      'no-node-in-pure-code',
      'This code runs in the browser or decides without the outside world: it knows nothing of Node.',
      { path: '^(components|lib/(contracts|detections|domain|highlight|routing|views))/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'no-io-in-destination-types',
      'A destination type reaches the outside world through the client it is handed alone.',
      { path: '^lib/destinations/[^/]+/' },
      { dependencyTypes: ['core'], pathNot: ['^(node:)?(buffer|crypto|util)$'] },
    ),

    forbid(
      'no-use-case-in-another',
      'A use-case is one thing a person does: what two of them share is a part of its own.',
      { path: '^lib/usecases/' },
      { path: '^lib/usecases/', pathNot: [SHARED_BY_USE_CASES] },
    ),
    forbid(
      'views-take-types',
      'A view is made of values it is handed: it reads no rows itself.',
      { path: '^lib/views/' },
      { path: '^lib/repositories/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'entry-takes-types',
      'The way in wraps whatever use-case it is handed: it calls none by name.',
      { path: '^lib/entry/' },
      { path: '^lib/usecases/', dependencyTypesNot: ['type-only'] },
    ),

    forbid(
      'types-only-through-the-list',
      'Only the list names a destination type; everyone else looks it up in the registry.',
      { pathNot: ['^lib/destinations/all\\.ts$', '^lib/destinations/[^/]+/'] },
      { path: TYPE_FOLDER },
    ),
    only(
      'prisma-only-in-repositories',
      'Rows stay behind the repositories: only they know Prisma.',
      ['^lib/repositories/', '^prisma\\.config\\.ts$', '^scripts/schema-engine\\.mjs$'],
      [`${PACKAGES}(@prisma|prisma)/`, '^lib/repositories/generated/'],
    ),
    only(
      'pg-only-in-the-database',
      'The database is reached through the repositories; only what starts and migrates it speaks to it directly.',
      ['^lib/(database|testing)/', '^lib/repositories/(listen|pool|sql)\\.ts$', '^e2e/', '^scripts/'],
      [`${PACKAGES}pg/`],
    ),
    only('undici-only-in-http', 'The guarded client is the one door out.', ['^lib/http/'], [`${PACKAGES}undici/`]),
    only(
      'aria-only-in-components',
      'Widgets are made in components/ui; screens compose them.',
      ['^components/', '^app/providers\\.tsx$'],
      [`${PACKAGES}react-aria-components/`],
    ),
    only(
      'next-only-at-the-edge',
      'What the worker and the command line use as well knows nothing of Next.',
      ['^(app|components|lib/entry)/', '^(next\\.config\\.js|proxy\\.ts)$', '^(lib/server|scripts)/'],
      [`${PACKAGES}next/`],
    ),
    forbid(
      'no-next-server-in-components',
      'A component runs in the browser: it asks nothing of the request.',
      { path: '^components/' },
      { path: `${PACKAGES}(server-only/|next/(cache|headers|server)\\.)` },
    ),
    only(
      'server-only-in-entry',
      'server-only throws in plain Node, where the worker and the command line run.',
      ['^lib/entry/'],
      [`${PACKAGES}server-only/`],
    ),
    forbid(
      'test-code-only-in-tests',
      'What is written for tests stays out of the product.',
      { pathNot: ['^lib/testing/', '^e2e/', '^scripts/'] },
      { path: [...TEST_FILES, '^lib/testing/'] },
    ),
    forbid(
      'no-development-packages',
      'A package the product needs is a dependency, not a development one.',
      { path: '^(app|components|lib)/', pathNot: ['^lib/testing/'] },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    ),
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea, or three.',
      severity: 'error',
      from: { pathNot: ['^lib/repositories/generated/'] },
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere is one that no rule can judge.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: [PACKAGES, '^lib/repositories/generated/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
