import { type CricketScore, currentInnings, oversAt, oversText } from '@gavel/scoring'
import { cn } from '@gavel/ui'
import { BallMark } from '../../fan/ball-mark.tsx'
import { cricketBoard, scoreText } from '../../fan/cricket/board.ts'
import { markOf, overBalls } from '../../fan/cricket/marks.ts'
import type { SportPadProps } from '../sport-pad.ts'
import type { Crease } from './crease.ts'

type BoardProps = Pick<SportPadProps<'cricket'>, 'score' | 'all' | 'names'> & { crease: Crease | null }

/** What stands: the score, who faces, who bowls, the over so far. */
export function CricketBoard({ score, all, names, crease }: BoardProps) {
  const innings = currentInnings(score)
  const { says } = cricketBoard(score, names)
  return (
    <section aria-label="Score" className="grid gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <p className="flex items-baseline gap-2">
          <span className="max-w-36 truncate font-semibold">{innings ? names.team(innings.batting) : 'Not begun'}</span>
          {innings ? (
            <>
              <output className="text-xl font-bold tabular-nums">{scoreText(innings)}</output>
              <span className="text-base text-muted tabular-nums">
                <span className="sr-only">after </span>
                {oversAt(innings, score.rules)} ov
              </span>
            </>
          ) : null}
        </p>
        {innings?.freeHit ? <strong className="text-warn">Free hit</strong> : null}
      </div>
      <p className="text-sm text-muted">{says}</p>
      {crease ? <AtTheCrease crease={crease} score={score} names={names} /> : null}
      {crease ? <OverSoFar all={all} crease={crease} ballsPerOver={score.rules.ballsPerOver} /> : null}
    </section>
  )
}

function AtTheCrease({ crease, score, names }: { crease: Crease; score: CricketScore; names: BoardProps['names'] }) {
  const { innings, striker, nonStriker, bowler } = crease
  const figures = innings.bowlers.find(({ player }) => player === bowler)
  return (
    <dl className="ruled grid grid-cols-[1fr_auto] gap-x-3 text-base tabular-nums *:py-0.5">
      {(['striker', 'nonStriker'] as const).map((end) => {
        const player = end === 'striker' ? striker : nonStriker
        const batter = innings.batters.find((one) => one.player === player)
        return (
          <div key={end} className={cn('col-span-2 grid grid-cols-subgrid', end === 'striker' && 'font-semibold')}>
            <dt className="[overflow-wrap:anywhere]">
              <span aria-hidden className={cn('mr-1 inline-block w-3', end !== 'striker' && 'invisible')}>
                ›
              </span>
              <span className="sr-only">{end === 'striker' ? 'Facing: ' : 'Other end: '}</span>
              {player === null ? <span className="text-muted">Nobody yet</span> : names.player(player)}
            </dt>
            <dd className="text-right">
              {batter?.runs ?? 0}
              <span className="text-muted"> ({batter?.balls ?? 0})</span>
            </dd>
          </div>
        )
      })}
      <div className="col-span-2 grid grid-cols-subgrid border-t">
        <dt className="[overflow-wrap:anywhere]">
          <span className="mr-1 inline-block w-3" />
          <span className="sr-only">Bowling: </span>
          {bowler === null ? <span className="text-muted">Nobody yet</span> : names.player(bowler)}
        </dt>
        <dd className="text-right">
          {figures ? `${figures.wickets}–${figures.runs}` : '0–0'}
          <span className="text-muted"> ({oversText(figures?.balls ?? 0, score.rules.ballsPerOver)})</span>
        </dd>
      </div>
    </dl>
  )
}

type OverProps = Pick<BoardProps, 'all'> & { crease: Crease; ballsPerOver: number }

/** Each ball of the over, and an empty window for each that is to come. */
function OverSoFar({ all, crease, ballsPerOver }: OverProps) {
  const { over } = crease.innings
  const balls = over ? overBalls(all) : []
  const left = Math.max(0, ballsPerOver - (over?.fair ?? 0))
  return (
    <ol aria-label="This over" className="flex flex-wrap gap-1">
      {balls.map(({ written }) => {
        const mark = written.play.type === 'Delivery' ? markOf(written.play) : null
        return (
          <li key={written.seq}>{mark ? <BallMark tone={mark.tone} text={mark.text} words={mark.words} /> : null}</li>
        )
      })}
      {Array.from({ length: left }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: balls to come have nothing but their place
        <li key={`to-come-${n}`} aria-hidden className="size-7 rounded-card border border-dashed" />
      ))}
    </ol>
  )
}
