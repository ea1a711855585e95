import type { AuctionState, Lot } from '@gavel/auction'
import { cn, teamStyle } from '@gavel/ui'
import { LockKeyhole } from 'lucide-react'
import type { Directory } from '../directory.ts'
import { dramaOf } from './drama.ts'

type StageDramaProps = { auction: AuctionState; directory: Directory; lot: Lot; overlay?: boolean }

/** The right to match or the tie-break for the hall: the question, and where each team stands. */
export function StageDrama({ auction, directory, lot, overlay = false }: StageDramaProps) {
  const drama = dramaOf(auction, lot, (team) => directory.team(team).name)
  if (!drama) return null
  return (
    <section
      aria-label={drama.title}
      className={cn(
        'grid rounded-card bg-surface text-ink',
        overlay ? 'gap-[0.8vh] px-[1.6vw] py-[1vw]' : 'gap-[1.4vh] px-[1.8vw] py-[1.8vh]',
      )}
    >
      <p className={cn('font-bold text-balance', overlay ? 'text-stage-s' : 'text-stage-m')}>
        {/* The picture for the hall has the title beside the price. */}
        {overlay ? <span className="font-normal">{drama.title}. </span> : null}
        {drama.says}
      </p>
      <ul className="flex flex-wrap gap-x-[1.6vw] gap-y-[0.8vh] text-stage-s">
        {drama.parts.map(({ team, says, is, best }) => {
          const { short, colour } = directory.team(team)
          return (
            <li key={team} style={teamStyle(colour)} className="flex items-center gap-[0.6vw]">
              <span className="team-chip rounded-card px-[0.5em] py-[0.1em] font-bold">{short}</span>
              <span className={cn('tabular-nums', (best || is === 'asked') && 'font-bold')}>{says}</span>
              {is === 'sealed' ? <LockKeyhole aria-hidden className="size-[1em]" /> : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
