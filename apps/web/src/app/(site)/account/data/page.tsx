import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { viewer } from '../../../../features/account/viewer.ts'
import { DeleteAccount } from '../../../../features/own-data/delete-account.tsx'
import { ExportMine } from '../../../../features/own-data/export-mine.tsx'
import { Proving } from '../../../../features/security/proving.tsx'
import { paths } from '../../../../paths.ts'
import { api } from '../../../../server/context.ts'

export const metadata: Metadata = { title: 'Your data' }

export default async function DataPage() {
  const me = await viewer()
  if (!me) redirect(paths.signin(paths.accountData))
  const { profile, security } = await api()
  const [hindrances, { password, codes, passkeys }] = await Promise.all([profile.hindrances(), security.overview()])
  return (
    <Proving ways={{ password, codes, passkey: passkeys.length > 0 }}>
      <ExportMine />
      <DeleteAccount email={me.email} hindrances={hindrances} />
    </Proving>
  )
}
