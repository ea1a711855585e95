import { deviceOf, MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@gavel/auth'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { viewer } from '../../../../features/account/viewer.ts'
import { SecurityPage } from '../../../../features/security/security-page.tsx'
import { paths } from '../../../../paths.ts'
import { api } from '../../../../server/context.ts'
import { letterPlace } from '../../../../server/letters.ts'

export const metadata: Metadata = { title: 'Security' }

type Props = { searchParams: Promise<{ google?: string | string[] }> }

export default async function AccountSecurityPage({ searchParams }: Props) {
  if (!(await viewer())) redirect(paths.signin(paths.security()))
  const [{ google }, overview] = await Promise.all([searchParams, (await api()).security.overview()])
  return (
    <SecurityPage
      overview={overview}
      cameBack={google === 'linked' || google === 'taken' ? google : null}
      letterPlace={await letterPlace()}
      device={deviceOf((await headers()).get('user-agent'))}
      passwordLength={{ min: MIN_PASSWORD_LENGTH, max: MAX_PASSWORD_LENGTH }}
    />
  )
}
