'use client'

import type { Me } from '@gavel/api'
import { Button, Menu, MenuItem, MenuLabel, MenuLine, Monogram } from '@gavel/ui'
import { CalendarPlus, CircleUser, Hand, Landmark, ListX, LogOut, Settings2, UserCog } from 'lucide-react'
import Link from 'next/link'
import { signOut } from 'next-auth/react'
import { paths } from '../../paths.ts'

type AccountMenuProps = Pick<NonNullable<Me>, 'userId' | 'name' | 'email' | 'avatarUrl' | 'paddles' | 'admin'> & {
  /** Whether the desk is in the header already. */
  manages: boolean
}

/** Signs out and goes home by the name that the site was opened by, which may not be the one that NextAuth knows. */
async function leave() {
  await signOut({ redirect: false })
  window.location.assign(paths.home)
}

/** Who is signed in, the own page and account, the paddles that the person holds, and the way out. */
export function AccountMenu({ userId, name, email, avatarUrl, paddles, admin, manages }: AccountMenuProps) {
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon">
          <Monogram name={name} src={avatarUrl} size="sm" />
          <span className="sr-only">Your account, {name}</span>
        </Button>
      }
    >
      <MenuLabel>
        <span className="block font-semibold [overflow-wrap:anywhere] text-ink">{name}</span>
        <span className="block [overflow-wrap:anywhere]">{email}</span>
      </MenuLabel>
      <MenuLine />
      <MenuItem asChild>
        <Link href={paths.person(userId)}>
          <CircleUser aria-hidden className="size-4 text-muted" />
          Your page
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href={paths.account}>
          <Settings2 aria-hidden className="size-4 text-muted" />
          Your account
        </Link>
      </MenuItem>
      <MenuLine />
      {paddles.map(({ auctionId, team }) => (
        <MenuItem key={auctionId} asChild>
          <Link href={paths.paddle(auctionId)}>
            <Hand aria-hidden className="size-4 text-muted" />
            Paddle of {team}
          </Link>
        </MenuItem>
      ))}
      {paddles.length > 0 ? <MenuLine /> : null}
      {admin ? (
        <>
          <MenuItem asChild>
            <Link href={paths.adminUsers}>
              <UserCog aria-hidden className="size-4 text-muted" />
              People
            </Link>
          </MenuItem>
          <MenuItem asChild>
            <Link href={paths.adminFinance}>
              <Landmark aria-hidden className="size-4 text-muted" />
              Finance
            </Link>
          </MenuItem>
          <MenuItem asChild>
            <Link href={paths.adminQueues}>
              <ListX aria-hidden className="size-4 text-muted" />
              Messages and jobs
            </Link>
          </MenuItem>
          <MenuLine />
        </>
      ) : null}
      {manages ? null : (
        <MenuItem asChild>
          <Link href={paths.admin}>
            <CalendarPlus aria-hidden className="size-4 text-muted" />
            Run a league
          </Link>
        </MenuItem>
      )}
      <MenuItem onSelect={leave}>
        <LogOut aria-hidden className="size-4 text-muted" />
        Sign out
      </MenuItem>
    </Menu>
  )
}
