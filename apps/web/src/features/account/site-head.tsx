import { Button } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { SiteHeader } from '../../shell/header.tsx'
import { AccountMenu } from './account-menu.tsx'
import { SiteLink } from './site-link.tsx'
import { looksAfterEvents, viewer } from './viewer.ts'

/** The header of the site, with who is signed in. A page is shown even where that cannot be looked up just now. */
export async function SiteHead() {
  const me = await viewer().catch(() => null)
  const manages = me ? await looksAfterEvents(me).catch(() => me.admin) : false
  return (
    <SiteHeader
      links={
        <>
          <SiteLink href={paths.events}>Events</SiteLink>
          {manages ? <SiteLink href={paths.admin}>Manage</SiteLink> : null}
        </>
      }
      account={
        me ? (
          <AccountMenu name={me.name} email={me.email} paddles={me.paddles} />
        ) : (
          <Button asChild>
            <Link href={paths.signin()}>Sign in</Link>
          </Button>
        )
      }
    />
  )
}
