import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { viewer } from '../../../../features/account/viewer.ts'
import { paths } from '../../../../paths.ts'

/** Asked before the table's skeleton is sent: guests sign in first. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  if (!(await viewer())) redirect(paths.signin(paths.admin))
  return children
}
