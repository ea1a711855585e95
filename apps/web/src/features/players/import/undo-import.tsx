'use client'

import { Button, Dialog, ErrorState, SkeletonRows, toast } from '@gavel/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTRPC } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import { splitRemovable } from '../player-filters.ts'
import { StayingPlayers } from '../staying-players.tsx'

type UndoImportProps = {
  auctionId: string
  record: { id: string; fileName: string }
  words: string
  size?: 'sm' | 'md'
  onUndone?: () => void
}

/** Takes a whole import back, once it has said how many players go and who has to stay. */
export function UndoImport({ auctionId, record, words, size = 'md', onUndone }: UndoImportProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const players = useQuery(trpc.players.list.queryOptions({ auctionId }, { enabled: open }))
  const undo = useMutation(
    trpc.players.undoImport.mutationOptions({
      onSuccess: async ({ removed, kept }) => {
        await queries.invalidateQueries({ queryKey: trpc.players.pathKey() })
        setOpen(false)
        toast.success(`${removed} ${removed === 1 ? 'player is' : 'players are'} out of the pool again`, {
          description: kept.length > 0 ? `${kept.length} had to stay.` : record.fileName,
        })
        onUndone?.()
      },
    }),
  )
  const brought = (players.data ?? []).filter(({ from }) => from.is === 'import' && from.importId === record.id)
  const { goes, stays } = splitRemovable(brought)
  return (
    <>
      <Button size={size} icon={<Undo2 aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
        {words}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Undo this import?"
        words={record.fileName}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>Keep them</Button>
            <Button
              look="danger"
              busy={undo.isPending}
              disabledReason={players.isPending ? 'Counting the players' : null}
              onClick={() => undo.mutate({ auctionId, importId: record.id })}
            >
              {`Take ${goes.length} ${goes.length === 1 ? 'player' : 'players'} out`}
            </Button>
          </>
        }
      >
        {players.data ? (
          <div className="grid gap-3">
            <p>
              {goes.length === 0
                ? 'Nobody of it can leave the pool any more.'
                : `${goes.length === 1 ? 'One player leaves' : `${goes.length} players leave`} the pool, with names and photos. Nothing of them stays.`}
            </p>
            <StayingPlayers players={stays} />
            {undo.error ? <ErrorState title="The import stands" words={saidBy(undo.error)} /> : null}
          </div>
        ) : players.error ? (
          <ErrorState title="The players could not be counted" words={saidBy(players.error)} />
        ) : (
          <SkeletonRows rows={2} words="Counting the players" />
        )}
      </Dialog>
    </>
  )
}
