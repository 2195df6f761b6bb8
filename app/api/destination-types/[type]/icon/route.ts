import { getDestinationTypeIcon } from '@/lib/usecases/get-destination-type-icon'

const DAY_S = 86_400

/** The logo of a destination type; the same for everyone, so that it may be cached and needs no session. */
export async function GET(_request: Request, { params }: RouteContext<'/api/destination-types/[type]/icon'>) {
  const icon = getDestinationTypeIcon((await params).type)
  if (icon === undefined) return new Response(null, { status: 404 })
  return new Response(icon, {
    headers: {
      'content-type': 'image/svg+xml',
      'cache-control': `public, max-age=${DAY_S}`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  })
}
