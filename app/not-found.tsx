import { AuthLayout } from '@/components/shell/auth-layout'
import { ButtonLink } from '@/components/ui/link'

export default function NotFound() {
  return (
    <AuthLayout
      title="There is nothing at this address"
      description="What was here may have been deleted, or the address may be mistyped."
    >
      <ButtonLink href="/destinations">Go to Alert Destinations</ButtonLink>
    </AuthLayout>
  )
}
