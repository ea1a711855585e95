'use client'

import { Button, Dialog, ErrorState, Menu, MenuItem, toast } from '@gavel/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FolderInput, Globe, Trash2 } from 'lucide-react'
import { type Dispatch, type SetStateAction, useState } from 'react'
import { useTRPC, useTRPCClient } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'
import { SetChoice } from './order/set-choice.tsx'
import { splitRemovable } from './player-filters.ts'
import { isRepricable, type PlayerRow } from './player-row.ts'
import type { Selection } from './players-table.tsx'
import { StayingPlayers } from './staying-players.tsx'
import { useMoveMany } from './use-move-many.ts'

/** Names said in full before the rest is counted. */
const NAMED = 12
/** Corrections on their way at once. */
const AT_ONCE = 8

type ChosenPlayersProps = {
  auctionId: string
  chosen: PlayerRow[]
  /** Everybody whom the filters leave. */
  found: PlayerRow[]
  filtered: boolean
  /** Sets that players may go into. */
  sets: readonly { id: string; name: string }[]
  closed: string | null
  onSelect: Dispatch<SetStateAction<Selection>>
}

/** What can be done with many players at once; stands at the foot of the page as soon as somebody is chosen. */
export function ChosenPlayers({ auctionId, chosen, found, filtered, sets, closed, onSelect }: ChosenPlayersProps) {
  const [removing, setRemoving] = useState(false)
  const [moving, setMoving] = useState(false)
  const nationality = useNationality(auctionId)
  const move = useMoveMany(auctionId, () => setMoving(false))
  if (chosen.length === 0) return null
  const all = found.every((row) => chosen.includes(row))
  return (
    <section
      aria-label="Chosen players"
      className="sticky bottom-0 z-20 -mx-4 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-ink bg-raised px-4 py-3 shadow-lift sm:mx-0 sm:rounded-t-card sm:border-x sm:border-x-line"
    >
      <p role="status" className="font-semibold tabular-nums">
        {nationality.isPending ? 'Setting the nationality' : `${chosen.length} chosen`}
      </p>
      <div className="flex flex-wrap text-sm max-sm:ml-auto">
        {all ? null : (
          <Button
            size="sm"
            look="quiet"
            onClick={() => onSelect(Object.fromEntries(found.map(({ playerId }) => [playerId, true])))}
          >
            All {found.length}
            {filtered ? ' that fit' : ''}
          </Button>
        )}
        <Button size="sm" look="quiet" onClick={() => onSelect({})}>
          Nobody
        </Button>
      </div>
      <div className="flex flex-wrap gap-2 sm:ml-auto">
        <Button
          disabledReason={closed}
          icon={<FolderInput aria-hidden className="size-4 max-sm:hidden" />}
          onClick={() => {
            move.reset()
            setMoving(true)
          }}
        >
          Set
        </Button>
        <Menu
          trigger={
            <Button
              busy={nationality.isPending}
              disabledReason={closed}
              icon={<Globe aria-hidden className="size-4 max-sm:hidden" />}
            >
              Nationality
            </Button>
          }
        >
          <MenuItem onSelect={() => nationality.set(chosen, false)}>Home players</MenuItem>
          <MenuItem onSelect={() => nationality.set(chosen, true)}>Overseas players</MenuItem>
          <MenuItem onSelect={() => nationality.set(chosen, null)}>Not known yet</MenuItem>
        </Menu>
        <Button
          look="danger"
          disabledReason={closed}
          icon={<Trash2 aria-hidden className="size-4 max-sm:hidden" />}
          onClick={() => setRemoving(true)}
        >
          Remove
        </Button>
      </div>
      <SetChoice
        title={`Move ${chosen.length} ${chosen.length === 1 ? 'player' : 'players'}`}
        words="They go to the end of the set, in the order in which they stand now. Whoever was called stays."
        sets={sets}
        open={moving}
        busy={move.isPending}
        error={move.error ? saidBy(move.error) : null}
        onClose={() => setMoving(false)}
        onChoose={(set) => move.mutate({ players: chosen, set })}
      />
      <RemovePlayers
        auctionId={auctionId}
        chosen={chosen}
        open={removing}
        onClose={() => setRemoving(false)}
        onRemoved={() => onSelect({})}
      />
    </section>
  )
}

/** Sets where many players count as coming from. Sold and retained ones keep what they were sold as. */
function useNationality(auctionId: string) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: async ({ players, overseas }: { players: PlayerRow[]; overseas: boolean | null }) => {
      const changed = players.filter((player) => isRepricable(player) && player.overseas !== overseas)
      for (let at = 0; at < changed.length; at += AT_ONCE) {
        await Promise.all(
          changed
            .slice(at, at + AT_ONCE)
            .map(({ playerId }) => client.players.update.mutate({ auctionId, playerId, change: { overseas } })),
        )
      }
      return { changed: changed.length, fixed: players.filter((player) => !isRepricable(player)).length }
    },
    onSuccess: ({ changed, fixed }) => {
      toast.success(`Nationality of ${changed} ${changed === 1 ? 'player' : 'players'} set`, {
        ...(fixed > 0 && { description: `${fixed} sold, retained or withdrawn keep theirs.` }),
      })
    },
    onError: (error) => toast.error('Not every nationality is set', { description: saidBy(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.players.pathKey() }),
  })
  return {
    isPending: change.isPending,
    set: (players: PlayerRow[], overseas: boolean | null) => change.mutate({ players, overseas }),
  }
}

type RemovePlayersProps = {
  auctionId: string
  chosen: PlayerRow[]
  open: boolean
  onClose: () => void
  onRemoved: () => void
}

/** Says who leaves the pool and who has to stay, then removes. */
export function RemovePlayers({ auctionId, chosen, open, onClose, onRemoved }: RemovePlayersProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { goes, stays } = splitRemovable(chosen)
  const remove = useMutation(
    trpc.players.remove.mutationOptions({
      onSuccess: async ({ removed, kept }) => {
        await queries.invalidateQueries({ queryKey: trpc.players.pathKey() })
        onClose()
        onRemoved()
        const [first] = kept
        toast.success(`${removed.length} ${removed.length === 1 ? 'player is' : 'players are'} out of the pool`, {
          ...(first && { description: `${first.name} stays: ${first.why}${kept.length > 1 ? ', and others' : ''}` }),
        })
      },
    }),
  )
  const rest = goes.length - NAMED
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      title={goes.length === 1 ? `Remove ${goes[0]?.name}?` : `Remove ${goes.length} players?`}
      words="They leave the pool with their names and photos. This cannot be undone; a list can be imported again."
      actions={
        <>
          <Button onClick={onClose}>Keep them</Button>
          <Button
            look="danger"
            busy={remove.isPending}
            disabledReason={goes.length === 0 ? 'Nobody of them can leave the pool' : null}
            onClick={() => remove.mutate({ auctionId, playerIds: goes.map(({ playerId }) => playerId) })}
          >
            {`Remove ${goes.length} ${goes.length === 1 ? 'player' : 'players'}`}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {goes.length > 1 ? (
          <ul aria-label="They leave the pool" className="grid gap-x-4 text-sm sm:grid-cols-2">
            {goes.slice(0, NAMED).map(({ playerId, name }) => (
              <li key={playerId} className="border-b py-1 break-words">
                {name}
              </li>
            ))}
            {rest > 0 ? <li className="py-1 text-muted">and {rest} more</li> : null}
          </ul>
        ) : null}
        <StayingPlayers players={stays} />
        {remove.error ? <ErrorState title="Nobody was removed" words={saidBy(remove.error)} /> : null}
      </div>
    </Dialog>
  )
}
