'use client'

import { cn } from '@gavel/ui'
import {
  CalendarDays,
  ClipboardCheck,
  Gavel,
  ListOrdered,
  type LucideIcon,
  Shield,
  SlidersHorizontal,
  TicketCheck,
  Trophy,
  Users,
  Wallet,
} from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { paths } from '../../../paths.ts'

type Page = { href: string; words: string; Icon: LucideIcon; count?: number; waiting?: number }

type DeskNavProps = { slug: string; players: number; teams: number; waiting: number }

/** The pages of an event's desk: a column beside the page, a strip of tabs above it on a phone. */
export function DeskNav({ slug, players, teams, waiting }: DeskNavProps) {
  const path = usePathname()
  const here = useRef<HTMLAnchorElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another tab to bring into view
  useEffect(() => {
    const strip = here.current?.closest('ul')
    if (here.current && strip) strip.scrollLeft = here.current.offsetLeft - strip.clientWidth / 3
  }, [path])
  const pages: Page[] = [
    { href: paths.adminEvent(slug), words: 'Overview', Icon: ClipboardCheck },
    { href: paths.adminDetails(slug), words: 'Details', Icon: SlidersHorizontal },
    { href: paths.adminEntries(slug), words: 'Entries', Icon: TicketCheck },
    { href: paths.adminPlayers(slug), words: 'Players', Icon: ListOrdered, count: players },
    { href: paths.adminTeams(slug), words: 'Teams', Icon: Shield, count: teams },
    { href: paths.adminPeople(slug), words: 'People', Icon: Users, waiting },
    { href: paths.adminPayments(slug), words: 'Payments', Icon: Wallet },
    { href: paths.adminNight(slug), words: 'The night', Icon: Gavel },
    { href: paths.adminResults(slug), words: 'Results', Icon: Trophy },
    { href: paths.adminMatches(slug), words: 'Matches', Icon: CalendarDays },
  ]
  return (
    <nav aria-label="Desk" className="-mx-4 min-w-0 sm:mx-0 lg:sticky lg:top-6">
      <ul className="relative flex gap-1 overflow-x-auto border-b px-4 [scrollbar-width:none] sm:px-0 lg:grid lg:gap-0.5 lg:overflow-visible lg:border-b-0">
        {pages.map(({ href, words, Icon, count, waiting: asking }) => {
          const open = href === paths.adminEvent(slug) ? path === href : path === href || path.startsWith(`${href}/`)
          return (
            <li key={href} className="shrink-0">
              <Link
                href={href}
                ref={open ? here : null}
                aria-current={open ? 'page' : undefined}
                className={cn(
                  'flex min-h-11 items-center gap-2 border-b-2 border-transparent px-2.5 text-sm font-semibold whitespace-nowrap text-muted hover:text-ink focus-visible:-outline-offset-2 lg:rounded-card lg:border-b-0 lg:border-l-2 lg:px-3 lg:hover:bg-sunken',
                  open && 'border-accent text-ink lg:rounded-l-none',
                )}
              >
                <Icon aria-hidden className="size-4 shrink-0 max-lg:hidden" />
                {words}
                {count ? <span className="font-normal text-muted tabular-nums lg:ml-auto">{count}</span> : null}
                {asking ? (
                  <span className="plate min-w-5 justify-center px-1 text-xs leading-5 font-bold text-accent! lg:ml-auto">
                    {asking}
                    <span className="sr-only"> waiting for you</span>
                  </span>
                ) : null}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
