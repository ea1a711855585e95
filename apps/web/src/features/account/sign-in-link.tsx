'use client'

import { Button } from '@gavel/ui'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { paths } from '../../paths.ts'

/** The pages before the door: nobody wants to come back to one. */
const DOORS: readonly string[] = [paths.register(), paths.forgot, '/verify', '/reset', '/confirm']

/** The way to sign in and back to this page; nothing where this is the page for it. */
export function SignInLink() {
  const path = usePathname()
  if (path === paths.signin()) return null
  return (
    <Button asChild>
      <Link href={paths.signin(DOORS.includes(path) ? undefined : path)}>Sign in</Link>
    </Button>
  )
}
