'use client'

import type { Me } from '@gavel/api'
import { Button, Menu, MenuItem, MenuLabel, MenuLine, Monogram } from '@gavel/ui'
import { Hand, LogOut } from 'lucide-react'
import Link from 'next/link'
import { signOut } from 'next-auth/react'
import { paths } from '../../paths.ts'

type AccountMenuProps = { name: string; email: string; paddles: NonNullable<Me>['paddles'] }

/** Who is signed in, the paddles that the person holds, and the way out. */
export function AccountMenu({ name, email, paddles }: AccountMenuProps) {
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon">
          <Monogram name={name} size="sm" />
          <span className="sr-only">Your account, {name}</span>
        </Button>
      }
    >
      <MenuLabel>
        <span className="block font-semibold text-ink">{name}</span>
        <span className="block break-all">{email}</span>
      </MenuLabel>
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
      <MenuItem onSelect={() => signOut({ callbackUrl: paths.home })}>
        <LogOut aria-hidden className="size-4 text-muted" />
        Sign out
      </MenuItem>
    </Menu>
  )
}
