import { Button } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { SiteHeader } from '../../shell/header.tsx'

/** The header of the site, with who is signed in. */
export async function SiteHead() {
  return (
    <SiteHeader
      account={
        <Button asChild size="sm">
          <Link href={paths.signin()}>Sign in</Link>
        </Button>
      }
    />
  )
}
