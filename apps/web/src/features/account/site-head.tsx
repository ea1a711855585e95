import { paths } from '../../paths.ts'
import { api } from '../../server/context.ts'
import { SiteHeader } from '../../shell/header.tsx'
import { InboxLink } from '../inbox/inbox-link.tsx'
import { AccountMenu } from './account-menu.tsx'
import { SignInLink } from './sign-in-link.tsx'
import { SiteLink } from './site-link.tsx'
import { looksAfterEvents, viewer } from './viewer.ts'

const NONE = { unread: 0 }

/** The header of the site, with who is signed in. A page is shown even where that cannot be looked up just now. */
export async function SiteHead() {
  const me = await viewer().catch(() => null)
  const manages = me ? await looksAfterEvents(me).catch(() => me.admin) : false
  const { unread } = me ? await (await api()).inbox.unread().catch(() => NONE) : NONE
  return (
    <SiteHeader
      full={manages}
      links={
        <>
          <SiteLink href={paths.events}>Events</SiteLink>
          {manages ? <SiteLink href={paths.admin}>Manage</SiteLink> : null}
        </>
      }
      account={
        me ? (
          <>
            <InboxLink unread={unread} />
            <AccountMenu {...me} manages={manages} />
          </>
        ) : (
          <SignInLink />
        )
      }
    />
  )
}
