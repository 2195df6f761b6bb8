import { z } from 'zod'

const IPV4_PREFIX_MAX = 32
const IPV6_PREFIX_MAX = 128

const cidr = z.union([z.cidrv4(), z.cidrv6()])
const address = z.union([z.ipv4(), z.ipv6()])

/** A CIDR range; an address alone is the range of itself. */
export const CidrRange = z
  .string()
  .trim()
  .transform((text, context) => {
    const range = address.safeParse(text).success
      ? `${text}/${text.includes(':') ? IPV6_PREFIX_MAX : IPV4_PREFIX_MAX}`
      : text
    if (cidr.safeParse(range).success) return range
    context.addIssue('This is no CIDR range, such as 10.0.0.0/8 or 2001:db8::/32, and no IP address.')
    return z.NEVER
  })
