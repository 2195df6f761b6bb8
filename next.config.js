/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: [
    'pino',
    'prom-client',
    'undici',
    'pg',
    '@prisma/adapter-pg',
    '@prisma/client',
    'better-auth',
  ],
  // `npm run verify` checks types; a newcomer's first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    turbopackFileSystemCacheForBuild: false,
    authInterrupts: true,
    serverActions: { bodySizeLimit: '2mb' },
  },
  // Browsers ask for it before they have read which icon a page names.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'x-content-type-options', value: 'nosniff' },
        { key: 'x-frame-options', value: 'DENY' },
        { key: 'referrer-policy', value: 'same-origin' },
      ],
    },
  ],
}

export default config
