import Link from 'next/link'
import type { ReactNode } from 'react'
import { paths } from '../paths.ts'
import { Brand } from './brand.tsx'
import { ThemeMenu } from './theme.tsx'

type SiteHeaderProps = {
  /** Who is signed in, or the way to sign in. */
  account: ReactNode
  links?: ReactNode
  /** Much stands in it: on a small phone the ball alone is the brand. */
  full?: boolean
}

/** The strip at the head of every page that is not a live room. */
export function SiteHeader({ account, links, full = false }: SiteHeaderProps) {
  return (
    <header className="border-b bg-surface print:hidden">
      <div className="mx-auto flex min-h-14 max-w-6xl flex-wrap items-center gap-x-2 px-4 sm:gap-6 sm:px-6">
        <Link href={paths.home} className="rounded-card py-2" aria-label="Gavel, home">
          <Brand word={full ? 'max-[27rem]:sr-only' : undefined} />
        </Link>
        <nav aria-label="Main" className="flex flex-1 items-center gap-1 text-sm font-semibold">
          {links}
        </nav>
        <ThemeMenu />
        {account}
      </div>
    </header>
  )
}

/** Lets a keyboard pass the header. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-card bg-ink px-4 py-2 font-semibold text-surface focus:translate-y-0"
    >
      Skip to the content
    </a>
  )
}

export function SiteFooter() {
  return (
    <footer className="mt-auto border-t print:hidden">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-6 text-sm text-muted sm:px-6">
        <span className="font-semibold text-ink">Gavel</span>
        <span>Player auctions, squads and league nights, live.</span>
        <Link href={paths.apiDocs} className="underline">
          API
        </Link>
      </div>
    </footer>
  )
}
