'use client'

import { Button, cn, Dialog, ErrorState, SkeletonRows } from '@gavel/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Dices, WandSparkles } from 'lucide-react'
import { useState } from 'react'
import { useTRPC, useTRPCClient } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import type { OrderDesk, Rule } from './use-order.ts'

const RULES: { id: string; rule: Rule; title: string; words: string }[] = [
  { id: 'set', rule: { by: 'set' }, title: 'By set', words: 'Everybody back in the set of their list, in its order.' },
  {
    id: 'role',
    rule: { by: 'role' },
    title: 'By role',
    words: 'A set for each role: batters, all-rounders, keepers, bowlers.',
  },
  {
    id: 'base',
    rule: { by: 'base' },
    title: 'By base price',
    words: 'Sets stay; in each, the dearest are called first.',
  },
  { id: 'name', rule: { by: 'name' }, title: 'By name', words: 'Sets stay; in each, from A to Z.' },
  {
    id: 'sets',
    rule: { by: 'shuffle', whole: false, seed: null },
    title: 'Shuffle each set',
    words: 'Sets stay; in each, the order is drawn by lot.',
  },
  {
    id: 'all',
    rule: { by: 'shuffle', whole: true, seed: null },
    title: 'Shuffle everybody',
    words: 'One set of the whole pool, drawn by lot.',
  },
]

/** Names of a set shown in the preview. */
const NAMED = 4

type ArrangeSheetProps = { auctionId: string; order: OrderDesk; closed: string | null }

/** Makes the running order by a rule, once it has shown what that order would be. */
export function ArrangeSheet({ auctionId, order, closed }: ArrangeSheetProps) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      from="side"
      title="Arrange by a rule"
      words="Nothing changes before you apply it, and it can be taken back."
      trigger={
        <Button disabledReason={closed} icon={<WandSparkles aria-hidden className="size-4" />}>
          Arrange by a rule
        </Button>
      }
    >
      {open ? <Arrange auctionId={auctionId} order={order} onDone={() => setOpen(false)} /> : null}
    </Dialog>
  )
}

function Arrange({ auctionId, order, onDone }: { auctionId: string; order: OrderDesk; onDone: () => void }) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<string | null>(null)
  const [draw, setDraw] = useState(0)
  const rule = RULES.find(({ id }) => id === chosen)
  const preview = useQuery({
    queryKey: ['players.arrange', auctionId, chosen, draw],
    queryFn: () => client.players.arrange.mutate({ auctionId, rule: rule?.rule ?? { by: 'set' }, dryRun: true }),
    enabled: rule !== undefined,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const apply = useMutation({
    // What was drawn for the preview is what comes: the draw is made again from its seed.
    mutationFn: ({ rule, seed }: { rule: Rule; seed: string | null }) =>
      client.players.arrange.mutate({
        auctionId,
        rule: rule.by === 'shuffle' ? { ...rule, seed } : rule,
        dryRun: false,
      }),
    onSuccess: async () => {
      order.arrangedFrom(`arranging ${rule?.title.toLowerCase() ?? ''}`, order.sets)
      await queries.invalidateQueries({ queryKey: trpc.players.pathKey() })
      onDone()
    },
  })
  const drawn = rule?.rule.by === 'shuffle'
  const nothing = preview.data?.moved === 0 && !drawn
  return (
    <div className="grid gap-5">
      <fieldset className="grid gap-px overflow-hidden rounded-card border bg-line">
        <legend className="sr-only">Rule</legend>
        {RULES.map(({ id, title, words }) => (
          <label
            key={id}
            className={cn(
              'flex cursor-pointer items-start gap-3 bg-raised px-4 py-2.5 hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent',
              chosen === id && 'bg-sunken',
            )}
          >
            <input
              type="radio"
              name="rule"
              className="mt-1 size-4 shrink-0"
              checked={chosen === id}
              onChange={() => setChosen(id)}
            />
            <span className="grid text-sm">
              <span className="font-semibold">{title}</span>
              <span className="text-muted">{words}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {rule ? (
        preview.data ? (
          <Preview arranged={preview.data} onDraw={drawn ? () => setDraw((before) => before + 1) : null} />
        ) : preview.error ? (
          <ErrorState title="The order cannot be shown" words={saidBy(preview.error)} />
        ) : (
          <SkeletonRows rows={4} words="Arranging" />
        )
      ) : (
        <p className="text-sm text-muted">Choose a rule to see the order that it makes.</p>
      )}
      {apply.error ? <ErrorState title="The order is as it was" words={saidBy(apply.error)} /> : null}
      <div className="sticky -bottom-4 -mx-5 -mb-4 flex justify-end gap-2 border-t bg-raised px-5 py-3">
        <Button onClick={onDone}>Leave it</Button>
        <Button
          look="primary"
          busy={apply.isPending || (rule !== undefined && preview.isFetching)}
          disabledReason={rule ? (nothing ? 'Everybody stands there already' : null) : 'Choose a rule first'}
          onClick={() => {
            if (rule && preview.data) apply.mutate({ rule: rule.rule, seed: preview.data.seed })
          }}
        >
          Apply this order
        </Button>
      </div>
    </div>
  )
}

type Arranged = NonNullable<Awaited<ReturnType<ReturnType<typeof useTRPCClient>['players']['arrange']['mutate']>>>

function Preview({ arranged, onDraw }: { arranged: Arranged; onDraw: (() => void) | null }) {
  const { sets, moved, seed } = arranged
  return (
    <section aria-label="The order that it makes" className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status" className="text-sm font-semibold tabular-nums">
          {moved === 0 ? 'Nobody changes place' : `${moved} ${moved === 1 ? 'player changes' : 'players change'} place`}
          , in {sets.length} {sets.length === 1 ? 'set' : 'sets'}
        </p>
        {onDraw ? (
          <Button size="sm" icon={<Dices aria-hidden className="size-4" />} onClick={onDraw}>
            Draw again
          </Button>
        ) : null}
      </div>
      <ol className="ruled grid text-sm">
        {sets.map((set) => (
          <li key={set.id} className="grid gap-0.5 border-b py-2 last:border-b-0">
            <span className="flex items-baseline justify-between gap-3 font-semibold">
              <span className="break-words">{set.name}</span>
              <span className="font-normal text-muted tabular-nums">{set.players.length}</span>
            </span>
            <span className="break-words text-muted">
              {set.players
                .slice(0, NAMED)
                .map(({ name }) => name)
                .join(', ')}
              {set.players.length > NAMED ? ' …' : ''}
            </span>
          </li>
        ))}
      </ol>
      {seed ? (
        <p className="text-xs break-all text-muted">
          Drawn from <span className="font-semibold">{seed}</span>: the same word gives the same order, so anybody can
          check the draw.
        </p>
      ) : null}
    </section>
  )
}
