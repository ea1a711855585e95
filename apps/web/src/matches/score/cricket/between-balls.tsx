import { matchRefusalWords, type PlayerId, SPORTS } from '@gavel/scoring'
import type { ReactNode } from 'react'
import { SaidAbove, UndoKey } from '../common-keys.tsx'
import { PadKey } from '../pad-key.tsx'
import { KeyRow } from '../pad-layout.tsx'
import type { SportPadProps } from '../sport-pad.ts'
import { superOverNext } from './actions-innings.ts'
import { bowlers, type Chosen, type Crease, comingBatters, mayGoOn, type Needs } from './crease.ts'

type BetweenProps = {
  pad: SportPadProps<'cricket'>
  needs: Needs
  crease: Crease | null
  choose: (change: Partial<Chosen>) => void
  /** What the over that has just ended brought. */
  overDone: string | null
}

/** In place of the keys, while the next ball still misses somebody: who comes in, who bowls, who bats. */
export function BetweenBalls({ pad, needs, crease, choose, overDone }: BetweenProps) {
  switch (needs.is) {
    case 'ball':
      return null
    case 'innings':
      return <NextInnings pad={pad} />
    case 'result':
      return (
        <Asking
          pad={pad}
          title="The match has a result"
          words="The official confirms it, or the last play is undone."
        />
      )
    case 'alone':
      return (
        <Asking pad={pad} title="Nobody is left to come in">
          <PadKey
            look="primary"
            off={pad.off}
            onPress={() => void pad.write({ type: 'StrikeSet', striker: needs.player, nonStriker: null })}
          >
            {pad.names.player(needs.player)} bats on alone
          </PadKey>
        </Asking>
      )
    case 'batter':
      return crease ? <NextBatter pad={pad} crease={crease} needs={needs} choose={choose} /> : null
    case 'bowler':
      return crease ? <NextBowler pad={pad} crease={crease} choose={choose} overDone={overDone} /> : null
    default:
      return needs satisfies never
  }
}

type AskingProps = { pad: SportPadProps<'cricket'>; title: string; words?: string | null; children?: ReactNode }

function Asking({ pad, title, words, children }: AskingProps) {
  return (
    <section aria-label="Keys" className="grid gap-2">
      <SaidAbove words={pad.refused ?? words ?? null} bad={pad.refused !== null} />
      <h2 className="text-base">{title}</h2>
      {children}
      <KeyRow of={2}>
        <UndoKey pad={pad} />
        <PadKey kbd="m" onPress={() => pad.more()}>
          More
        </PadKey>
      </KeyRow>
    </section>
  )
}

function NextInnings({ pad }: { pad: SportPadProps<'cricket'> }) {
  const begun = pad.score.innings.length > 0
  const tied = mayGoOn(pad.score)
  // Whose innings it is follows from the toss and the innings before; the scorer may say otherwise.
  const superOver = superOverNext(pad.score)
  const due = (['home', 'away'] as const).find(
    (batting) =>
      SPORTS.cricket.check(pad.score, { type: 'InningsStart', batting, ...(superOver !== null && { superOver }) }) ===
      null,
  )
  return (
    <Asking pad={pad} title={tied ? 'The match is tied' : begun ? 'The innings is over' : 'Nothing is bowled yet'}>
      <PadKey look="primary" off={pad.off} onPress={() => pad.more('InningsStart', due ? { batting: due } : {})}>
        {tied ? 'Start a super over' : begun ? 'Start the next innings' : 'Start the innings'}
      </PadKey>
    </Asking>
  )
}

/** A grid of people, two in a row, that scrolls in itself where there are many. */
function People({ children }: { children: ReactNode }) {
  return <div className="grid max-h-64 grid-cols-2 gap-1.5 overflow-y-auto *:min-w-0 @4xl:max-h-none">{children}</div>
}

type NextBatterProps = Pick<BetweenProps, 'pad' | 'choose'> & {
  crease: Crease
  needs: Extract<Needs, { is: 'batter' }>
}

function NextBatter({ pad, crease, needs, choose }: NextBatterProps) {
  const { end, opening } = needs
  const other = end === 'striker' ? crease.nonStriker : crease.striker
  const title = opening
    ? end === 'striker'
      ? 'Who faces the first ball?'
      : 'Who is at the other end?'
    : 'Who comes in?'
  const take = (player: PlayerId) => choose(end === 'striker' ? { striker: player } : { nonStriker: player })
  return (
    <Asking pad={pad} title={title}>
      <People>
        {comingBatters(pad.score, crease.innings)
          .filter(({ player }) => player !== other)
          .map(({ player, hint }) => (
            <PadKey key={player} off={pad.off} under={hint} onPress={() => take(player)}>
              {pad.names.player(player)}
            </PadKey>
          ))}
      </People>
    </Asking>
  )
}

type NextBowlerProps = Pick<BetweenProps, 'pad' | 'choose' | 'overDone'> & { crease: Crease }

function NextBowler({ pad, crease, choose, overDone }: NextBowlerProps) {
  const { n, overs, bowlers: had } = crease.innings
  const { ballsPerOver } = pad.score.rules
  return (
    <Asking pad={pad} title={`Who bowls over ${overs + 1}?`} words={overDone}>
      <People>
        {bowlers(pad.score, crease).map(({ player, against }) => {
          const figures = had.find((one) => one.player === player)
          return (
            <PadKey
              key={player}
              off={
                pad.off ??
                (against &&
                  matchRefusalWords({ code: against.code, ...detailOf(against.detail) }, 'cricket', (id) =>
                    pad.names.player(id),
                  ))
              }
              under={
                figures
                  ? `${Math.floor(figures.balls / ballsPerOver)}.${figures.balls % ballsPerOver} – ${figures.runs} – ${figures.wickets}`
                  : null
              }
              onPress={() => choose({ bowler: { innings: n, over: overs, player } })}
            >
              {pad.names.player(player)}
            </PadKey>
          )
        })}
      </People>
    </Asking>
  )
}

const detailOf = (detail: Readonly<Record<string, string | number>> | undefined) => (detail ? { detail } : {})
