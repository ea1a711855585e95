import type { AuctionState, Lot } from '@gavel/auction'
import { cn, TeamChip, teamStyle } from '@gavel/ui'
import { Check, CircleHelp, LockKeyhole, LockKeyholeOpen, X } from 'lucide-react'
import type { Directory } from '../directory.ts'
import { dramaOf, type Part, type Step } from './drama.ts'

type DramaPanelProps = { auction: AuctionState; directory: Directory; lot: Lot; className?: string }

/** The right to match or the tie-break of one lot, stage by stage: who is asked what, and what each team has said. */
export function DramaPanel({ auction, directory, lot, className }: DramaPanelProps) {
  const drama = dramaOf(auction, lot, (team) => directory.team(team).name)
  if (!drama) return null
  return (
    <section aria-label={drama.title} className={cn('ruled @container grid content-start gap-3 pt-3', className)}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="text-lg">
          {drama.title}
          {/* With many lots open the panel has to say whom it is about. */}
          {auction.rules.openLots > 1 ? `: ${directory.player(lot.player).name}` : null}
        </h2>
        <Steps steps={drama.steps} />
      </div>
      <div>
        <p key={drama.says} className="animate-enter text-xl font-bold text-balance">
          {drama.says}
        </p>
        <p className="mt-1 text-muted">{drama.means}</p>
      </div>
      <ul className="border-t">
        {drama.parts.map((part) => (
          <PartRow key={part.team} part={part} directory={directory} />
        ))}
      </ul>
    </section>
  )
}

/** How far the decision has come. One step alone says nothing, so it is not shown. */
function Steps({ steps }: { steps: readonly Step[] }) {
  if (steps.length < 2) return null
  return (
    <ol aria-label="How far it has come" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      {steps.map(({ label, is }) => (
        <li
          key={label}
          aria-current={is === 'now' ? 'step' : undefined}
          className={cn(
            'flex items-center gap-1 border-b-2 pb-0.5',
            is === 'now' ? 'border-accent font-semibold' : 'border-transparent text-muted',
          )}
        >
          {is === 'done' ? <Check aria-label="done" className="size-4" /> : null}
          {label}
        </li>
      ))}
    </ol>
  )
}

const ICONS = { asked: CircleHelp, in: Check, out: X, sealed: LockKeyhole, shown: LockKeyholeOpen } as const

function PartRow({ part, directory }: { part: Part; directory: Directory }) {
  const { name, short, colour } = directory.team(part.team)
  const Icon = ICONS[part.is]
  return (
    <li
      style={teamStyle(colour)}
      className={cn(
        'grid min-h-11 grid-cols-[3.25rem_minmax(0,1fr)] items-center gap-x-3 gap-y-0.5 border-b py-1.5 last:border-b-0 @max-[14rem]:grid-cols-1 @max-[14rem]:justify-items-start @md:grid-cols-[3.25rem_minmax(0,1fr)_auto]',
        part.is === 'out' && 'text-muted',
      )}
    >
      <TeamChip size="sm" shortName={short} name={name} colour={colour} />
      <span className={cn('min-w-0 leading-tight break-words', part.is === 'asked' && 'font-semibold')}>{name}</span>
      <span
        key={part.says}
        className={cn(
          'flex min-w-0 @min-[14rem]:col-start-2 animate-enter items-center gap-1.5 tabular-nums @md:col-start-3',
          part.best && 'text-lg font-bold text-good',
          part.is === 'asked' && 'font-semibold',
        )}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        {part.says}
        {part.best ? <span className="sr-only">, the highest so far</span> : null}
      </span>
    </li>
  )
}
