'use client'

import { Field, Input } from '@gavel/ui'
import { useDeferredValue, useMemo, useState } from 'react'
import { lookThrough, NO_FILTERS } from '../player-filters.ts'
import type { PlayerRow } from '../player-row.ts'

/** Hits that are offered; a better word finds the others. */
const OFFERED = 8

type FindPlayerProps = { players: PlayerRow[]; onFound: (player: PlayerRow) => void }

/** Looks for a player in all sets and goes there. */
export function FindPlayer({ players, onFound }: FindPlayerProps) {
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words.trim())
  const found = useMemo(() => (wanted ? lookThrough(players, { ...NO_FILTERS, q: wanted }) : []), [players, wanted])
  const choose = (player: PlayerRow) => {
    setWords('')
    onFound(player)
  }
  return (
    <search className="relative max-w-sm">
      <Field label="Find a player" hint={wanted && found.length === 0 ? 'Nobody is called so.' : null}>
        {(control) => (
          <Input
            {...control}
            type="search"
            value={words}
            placeholder="Name, role or set"
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && found[0]) choose(found[0])
              if (event.key === 'Escape') setWords('')
            }}
          />
        )}
      </Field>
      {found.length > 0 ? (
        <ul
          aria-label="Players found"
          className="absolute inset-x-0 top-full z-30 mt-1 grid overflow-hidden rounded-card border bg-raised shadow-lift"
        >
          {found.slice(0, OFFERED).map((player) => (
            <li key={player.playerId}>
              <button
                type="button"
                onClick={() => choose(player)}
                className="flex min-h-11 w-full items-center justify-between gap-3 border-b px-3 py-1.5 text-left text-sm hover:bg-sunken focus-visible:-outline-offset-2"
              >
                <span className="min-w-0 font-semibold break-words">{player.name}</span>
                <span className="min-w-0 text-right break-words text-muted">{player.set}</span>
              </button>
            </li>
          ))}
          {found.length > OFFERED ? (
            <li className="px-3 py-2 text-sm text-muted tabular-nums">and {found.length - OFFERED} more</li>
          ) : null}
        </ul>
      ) : null}
    </search>
  )
}
