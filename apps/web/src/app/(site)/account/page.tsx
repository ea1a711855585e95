import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { viewer } from '../../../features/account/viewer.ts'
import { ProfileForm } from '../../../features/profile/profile-form.tsx'
import { paths } from '../../../paths.ts'
import { api } from '../../../server/context.ts'

export const metadata: Metadata = { title: 'Your profile' }

export default async function ProfilePage() {
  if (!(await viewer())) redirect(paths.signin(paths.account))
  return <ProfileForm profile={await (await api()).profile.mine()} />
}
