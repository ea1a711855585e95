import { otherSide, type PlayerId } from '../sport.ts'
import { cameIn, delivered, fallen, overClosed, overReopened, withStatus } from './apply-ball.ts'
import { closed, isOpen, limitOfBalls, newInnings, withInnings } from './innings.ts'
import { awarded } from './penalty.ts'
import type { CricketPlay, PlayNamed } from './plays.ts'
import type { BatterStatus, CricketScore, Innings, Limit, Verdict } from './score.ts'
import { currentInnings } from './where.ts'

/** The score after a play, also after one that the rules object to: nothing is ever half taken. */
export function apply(score: CricketScore, play: CricketPlay): CricketScore {
  switch (play.type) {
    case 'Delivery':
      return delivered(score, play)
    case 'InningsStart':
      return started(score, play)
    case 'InningsEnd':
      return onInnings(score, (innings) => closed(innings, play.why))
    case 'Declare':
      return onInnings(score, (innings) => closed(innings, 'declared'))
    case 'Forfeit':
      return forfeited(score, play)
    case 'FollowOn': {
      const last = currentInnings(score)
      return last ? { ...score, followOn: last.batting } : score
    }
    case 'StrikeSet': {
      const { striker, nonStriker } = play
      return onInnings(score, (innings) => ({ ...innings, striker, nonStriker }))
    }
    case 'Retire':
      return retired(score, play)
    case 'TimedOut':
      return onInnings(score, (innings) => {
        const batters = cameIn(innings.batters, play.player)
        return fallen({ ...innings, batters }, play.player, out('timed out'), score.rules)
      })
    case 'AbsentHurt':
      return onInnings(score, (innings) => ({ ...innings, absent: [...innings.absent, play.player] }))
    case 'Substitute':
      return substituted(score, play)
    case 'Replace':
      return replaced(score, play)
    case 'PenaltyRuns':
      return awarded(score, play.to, play.runs, play.innings ?? null)
    case 'OverCalled':
      return onInnings(score, (innings) => overClosed(innings, score.rules))
    case 'OverGoesOn':
      return onLast(score, (innings) => overReopened(innings, score.rules))
    case 'PowerplaySet': {
      const { kind, from, to } = play
      return onInnings(score, (innings) => ({
        ...innings,
        powerplays: [...innings.powerplays.filter((one) => one.from !== from), { kind, from, to }],
      }))
    }
    case 'TargetSet':
      return targetSet(score, play)
    case 'OversReduced': {
      const limit = limitOfBalls(play.balls, score.rules.ballsPerOver)
      return isOpen(currentInnings(score))
        ? onInnings(score, (innings) => ({ ...innings, limit }))
        : { ...score, nextLimit: limit }
    }
    case 'MatchCalledOff':
      return decided(score, { is: 'called-off' })
    case 'Awarded':
      return decided(score, { is: 'awarded', winner: play.to })
    case 'Conceded':
      return decided(score, { is: 'conceded', winner: otherSide(play.by) })
    case 'BowlOutBall': {
      const { side, bowler, scored } = play
      return { ...score, bowlOut: [...score.bowlOut, { side, bowler, scored }] }
    }
    case 'BowlOut':
      return decided(score, { is: 'bowl-out', winner: play.winner })
    case 'TieBroken':
      return decided(score, { is: 'tie-broken', winner: play.winner, by: play.by })
    case 'Result': {
      const { winner, by, method } = play
      return decided(score, { is: 'result', winner, by, method })
    }
    default:
      return play satisfies never
  }
}

const out = (kind: 'timed out' | 'retired out'): BatterStatus => ({ is: 'out', kind, bowler: null, fielders: [] })

/** Changes the innings that is on; where none is, nothing. */
function onInnings(score: CricketScore, change: (innings: Innings) => Innings): CricketScore {
  const innings = currentInnings(score)
  return isOpen(innings) ? withInnings(score, change(innings)) : score
}

function onLast(score: CricketScore, change: (innings: Innings) => Innings): CricketScore {
  const innings = currentInnings(score)
  return innings ? withInnings(score, change(innings)) : score
}

function started(score: CricketScore, { batting, superOver = 0 }: PlayNamed<'InningsStart'>): CricketScore {
  const before = currentInnings(score)
  const tidy = isOpen(before) ? withInnings(score, closed(before, 'closed')) : score
  const innings = newInnings(tidy, batting, superOver)
  const pending = { ...tidy.pending, [batting]: 0 }
  const next = { ...tidy, innings: [...tidy.innings, innings], pending }
  // A super over leaves what was said for an innings of the match as it was.
  return withInnings(superOver > 0 ? next : { ...next, nextLimit: null, nextTarget: null }, innings)
}

function forfeited(score: CricketScore, { side }: PlayNamed<'Forfeit'>): CricketScore {
  const innings = closed(newInnings(score, side, 0), 'forfeited')
  return { ...score, innings: [...score.innings, innings], pending: { ...score.pending, [side]: 0 } }
}

const leaving = (innings: Innings, player: PlayerId): Pick<Innings, 'striker' | 'nonStriker'> => ({
  striker: innings.striker === player ? null : innings.striker,
  nonStriker: innings.nonStriker === player ? null : innings.nonStriker,
})

/** Hurt or tired, the batter may come back; retired out is a wicket (RETIRE-1 to RETIRE-3). */
function retired(score: CricketScore, { player, kind }: PlayNamed<'Retire'>): CricketScore {
  return onInnings(score, (innings) => {
    const left = { ...innings, ...leaving(innings, player), batters: cameIn(innings.batters, player) }
    if (kind === 'retired out') return fallen(left, player, out('retired out'), score.rules)
    return { ...left, batters: withStatus(left.batters, player, { is: 'retired', kind }) }
  })
}

function substituted(score: CricketScore, play: PlayNamed<'Substitute'>): CricketScore {
  const { side } = play
  const players = score.players[side]
  return {
    ...score,
    players: { ...score.players, [side]: players.includes(play.in) ? players : [...players, play.in] },
    gone: play.out === null ? score.gone : [...score.gone, play.out],
  }
}

function replaced(score: CricketScore, play: PlayNamed<'Replace'>): CricketScore {
  if (play.role === 'bowler') return onInnings(score, (innings) => ({ ...innings, relief: play.in }))
  return onInnings(score, (innings) => {
    const { out: gone } = play
    if (gone === null || (innings.striker !== gone && innings.nonStriker !== gone)) return innings
    const batters = withStatus(innings.batters, gone, { is: 'retired', kind: 'retired not out' })
    const takes = (id: PlayerId | null) => (id === gone ? play.in : id)
    return {
      ...innings,
      batters: cameIn(batters, play.in),
      striker: takes(innings.striker),
      nonStriker: takes(innings.nonStriker),
    }
  })
}

/** The official's target, with or without fewer balls, for the chase that is on or for the next innings (TARGET-2). */
function targetSet(score: CricketScore, { runs, balls, method }: PlayNamed<'TargetSet'>): CricketScore {
  const target = { runs, official: true, method }
  const limit: Limit | null = balls === null ? null : limitOfBalls(balls, score.rules.ballsPerOver)
  const innings = currentInnings(score)
  if (!innings || !isChase(score, innings)) return { ...score, nextTarget: { ...target, limit } }
  // A target that is passed already was set for a chase that could not go on: it is won by runs.
  const beyond = innings.beyond || innings.runs >= runs
  return withInnings(score, { ...innings, target, limit: limit ?? innings.limit, beyond, end: null })
}

function isChase(score: CricketScore, innings: Innings): boolean {
  return innings.superOver === 0 && innings.n === 2 * score.rules.inningsEach
}

const decided = (score: CricketScore, verdict: Verdict): CricketScore => {
  const innings = currentInnings(score)
  const over = isOpen(innings) ? withInnings(score, closed(innings, 'called off')) : score
  return { ...over, verdict }
}
