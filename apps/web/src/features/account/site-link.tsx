'use client'

import { cn } from '@gavel/ui'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** A link of the header, marked while its page, or one below it, is open. */
export function SiteLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname()
  const here = path === href || path.startsWith(`${href}/`)
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className={cn(
        'inline-flex h-14 items-center border-b-2 border-transparent px-2 text-muted hover:text-ink',
        here && 'border-accent text-ink',
      )}
    >
      {children}
    </Link>
  )
}
