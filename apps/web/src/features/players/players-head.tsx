'use client'

import { cn } from '@gavel/ui'
import { FileUp, Image, ListOrdered, Table2 } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'
import { DeskTitle } from '../admin/desk/desk-title.tsx'

type PlayersHeadProps = {
  slug: string
  title: string
  words?: ReactNode
  actions?: ReactNode
  /** The address of the page that is open. */
  here: string
}

/** The head of the players' pages: the page's name, and the way to the others. */
export function PlayersHead({ slug, title, words, actions, here }: PlayersHeadProps) {
  const pages = [
    { href: paths.adminPlayers(slug), words: 'All players', Icon: Table2 },
    { href: paths.adminOrder(slug), words: 'Running order', Icon: ListOrdered },
    { href: paths.adminPhotos(slug), words: 'Photos', Icon: Image },
    { href: paths.adminImport(slug), words: 'Import', Icon: FileUp },
  ]
  return (
    <div className="grid grid-cols-1 gap-4">
      <DeskTitle title={title} words={words} actions={actions} />
      <nav aria-label="Players">
        <ul className="flex gap-0.5 overflow-x-auto border-b sm:gap-1 [scrollbar-width:none]">
          {pages.map(({ href, words, Icon }) => (
            <li key={href} className="shrink-0">
              <Link
                href={href}
                aria-current={href === here ? 'page' : undefined}
                className={cn(
                  'flex min-h-11 items-center gap-2 border-b-2 border-transparent px-3 text-sm font-semibold whitespace-nowrap text-muted hover:text-ink focus-visible:-outline-offset-2 max-sm:px-1.5',
                  href === here && 'border-accent text-ink',
                )}
              >
                <Icon aria-hidden className="size-4 shrink-0 max-sm:hidden" />
                {words}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
