'use client'

import { cn } from '@gavel/ui'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { paths } from '../../paths.ts'

const PAGES = [
  { href: paths.account, words: 'Profile' },
  { href: paths.security(), words: 'Security' },
  { href: paths.accountSessions, words: 'Sessions' },
  { href: paths.accountPayments, words: 'Payments' },
  { href: paths.accountData, words: 'Your data' },
]

/** The pages of one's own account, a strip of tabs above each. A page brings its sections; the heading above them is the account's. */
export function AccountFrame({ children }: { children: ReactNode }) {
  const path = usePathname()
  const here = useRef<HTMLAnchorElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another tab to bring into view
  useEffect(() => {
    const strip = here.current?.closest('ul')
    if (here.current && strip) strip.scrollLeft = here.current.offsetLeft - strip.clientWidth / 3
  }, [path])
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-3xl grid-cols-1 content-start gap-6 px-4 pt-8 pb-16 sm:px-6 sm:pt-12"
    >
      <h1 className="text-xl sm:text-2xl">Your account</h1>
      <nav aria-label="Account" className="-mx-4 min-w-0 sm:mx-0">
        <ul className="relative flex gap-1 overflow-x-auto border-b px-4 [scrollbar-width:none] sm:px-0">
          {PAGES.map(({ href, words }) => (
            <li key={href} className="shrink-0">
              <Link
                href={href}
                ref={path === href ? here : null}
                aria-current={path === href ? 'page' : undefined}
                className={cn(
                  '-mb-px flex min-h-11 items-center border-b-2 border-transparent px-3 text-sm font-semibold whitespace-nowrap text-muted hover:text-ink focus-visible:-outline-offset-2',
                  path === href && 'border-accent text-ink',
                )}
              >
                {words}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10">{children}</div>
    </main>
  )
}
