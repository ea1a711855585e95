'use client'

import type { PlayerId } from '@gavel/auction'
import type { TeamAct } from '@gavel/protocol'
import { Button } from '@gavel/ui'
import { X } from 'lucide-react'
import { useState } from 'react'
import { ActLine } from './act-line.tsx'
import { whyNotAct } from './asks.ts'
import { nameable, namesOf } from './order-of-play.ts'
import { type PadProps, SendButton } from './pad.tsx'
import { PickPlayer } from './pick-player.tsx'

/** A team's answer to a call for names. It may be given again until the call is closed. */
export function NamesPad({ auction, directory, team, floorTeam, off, offsetMs, moment, onAct }: PadProps) {
  const stand = namesOf(auction)
  const sent = auction.round?.named[team] ?? null
  const [edited, setEdited] = useState<readonly PlayerId[] | null>(null)
  if (!stand || !auction.round) return null
  const at = `names-${auction.round.round}-${team}`
  const names = edited ?? sent ?? []
  const act: TeamAct = { type: 'NamePlayers', players: [...names], floorTeam }
  const same = sent !== null && sent.length === names.length && sent.every((id, n) => names[n] === id)
  const reason =
    off ??
    (same ? 'These names are in' : null) ??
    (names.length === 0 && sent === null ? 'Choose a player' : whyNotAct(auction, team, act, Date.now() + offsetMs))
  return (
    <section aria-label={floorTeam ? `Names of ${directory.team(team).name}` : 'Your names'} className="grid gap-3">
      <p role={floorTeam ? undefined : 'alert'} className="text-lg font-bold text-balance">
        Name up to {stand.perTeam} {stand.perTeam === 1 ? 'player' : 'players'} to be put up
      </p>
      {names.length > 0 ? (
        <ol className="text-sm">
          {names.map((id) => (
            <li key={id} className="flex min-h-11 items-center justify-between gap-3 border-b py-1">
              <span className="min-w-0 font-semibold break-words">{directory.player(id).name}</span>
              <Button
                look="quiet"
                size="icon"
                aria-label={`Take ${directory.player(id).name} back`}
                onClick={() => setEdited(names.filter((other) => other !== id))}
              >
                <X aria-hidden className="size-4" />
              </Button>
            </li>
          ))}
        </ol>
      ) : null}
      {names.length < stand.perTeam ? (
        <PickPlayer
          auction={auction}
          directory={directory}
          from={nameable(auction, 'names').filter((id) => !names.includes(id))}
          label="Add a player"
          onPick={(id) => setEdited([...names, id])}
        />
      ) : null}
      <SendButton moment={moment} at={at} reason={reason} onSend={() => void onAct(at, act)}>
        {sent === null ? 'Send the names' : 'Send the changed names'}
      </SendButton>
      <ActLine moment={moment} at={at} done="The names are in" />
    </section>
  )
}
