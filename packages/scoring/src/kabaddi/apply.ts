import { otherSide, type Side } from '../sport.ts'
import type { KabaddiPlay, KabaddiSetup, Raid } from './plays.ts'
import type { KabaddiRules } from './rules.ts'
import { isEmpty, type KabaddiPoints, type KabaddiScore, kabaddiPoints, onMat, type SideOfMat } from './score.ts'

const NOTHING: KabaddiPoints = { touch: 0, bonus: 0, tackle: 0, superTackle: 0, allOut: 0, technical: 0 }

export function beginKabaddi(rules: KabaddiRules, setup: KabaddiSetup): KabaddiScore {
  const side = (at: Side): SideOfMat => ({
    points: NOTHING,
    out: [],
    suspended: [],
    seven: setup.sides[at].players.slice(0, rules.players),
    substitutions: 0,
    timeOuts: 0,
    empty: 0,
    tieRaids: 0,
  })
  return {
    rules,
    setup,
    half: 0,
    phase: 'before',
    sides: { home: side('home'), away: side('away') },
    raiding: null,
    raidedFirst: null,
    raids: 0,
    cards: [],
    toss: null,
  }
}

/** Takes a play, also one that speaks against the rules. */
export function applyKabaddi(score: KabaddiScore, play: KabaddiPlay): KabaddiScore {
  if (score.phase === 'ended') return score
  switch (play.type) {
    case 'HalfStart':
      return startHalf(score, play.raiding)
    case 'HalfEnd':
      return endHalf(score)
    case 'Raid':
      return score.phase === 'tie-break' ? tieRaid(score, play) : raid(score, play)
    case 'Technical':
      return give(score, play.to, { technical: play.points })
    case 'Card': {
      const carded = {
        ...score,
        cards: [...score.cards, { side: play.side, player: play.player, colour: play.colour }],
      }
      if (play.colour === 'green') return carded
      return onSide(carded, play.side, (side) => ({
        ...side,
        out: side.out.filter((player) => player === null || player !== play.player),
        suspended: [...side.suspended, play.player],
      }))
    }
    case 'Return':
      return onSide(score, play.side, (side) => ({
        ...side,
        suspended: side.suspended.filter((player) => player !== play.player),
      }))
    case 'Substitution':
      return onSide(score, play.side, (side) => ({
        ...side,
        seven: side.seven.map((player) => (player === play.off ? play.on : player)),
        out: side.out.map((player) => (player === play.off ? play.on : player)),
        substitutions: side.substitutions + 1,
      }))
    case 'TimeOut':
      return play.side ? onSide(score, play.side, (side) => ({ ...side, timeOuts: side.timeOuts + 1 })) : score
    case 'Declare': {
      const { points } = score.rules
      const left = onMat(score, play.side)
      const given = give(score, otherSide(play.side), { touch: left * points.touch, allOut: points.allOut })
      return onSide(given, play.side, (side) => ({ ...side, out: [] }))
    }
    case 'TieBreakStart':
      return { ...score, phase: 'tie-break', raiding: play.raiding, raids: 0 }
    case 'Toss':
      return { ...score, phase: 'ended', toss: play.winner }
    case 'Review':
      return score
    default:
      return play satisfies never
  }
}

function onSide(score: KabaddiScore, at: Side, change: (side: SideOfMat) => SideOfMat): KabaddiScore {
  return { ...score, sides: { ...score.sides, [at]: change(score.sides[at]) } }
}

function give(score: KabaddiScore, to: Side, more: Partial<KabaddiPoints>): KabaddiScore {
  return onSide(score, to, (side) => {
    const points = { ...side.points }
    for (const key of Object.keys(more) as (keyof KabaddiPoints)[]) points[key] += more[key] ?? 0
    return { ...side, points }
  })
}

/** A half begins with the raid of the side that did not raid first in the last one. */
function startHalf(score: KabaddiScore, raiding: Side | null): KabaddiScore {
  const first = raiding ?? (score.raidedFirst && otherSide(score.raidedFirst))
  const fresh = (side: SideOfMat): SideOfMat => ({ ...side, timeOuts: 0 })
  return {
    ...score,
    half: score.half + 1,
    phase: 'half',
    raids: 0,
    raiding: first,
    raidedFirst: first,
    sides: { home: fresh(score.sides.home), away: fresh(score.sides.away) },
  }
}

/** After the last half the match has ended, unless it is level and the tie is to be broken. */
function endHalf(score: KabaddiScore): KabaddiScore {
  const { rules, setup } = score
  const over: KabaddiScore = { ...score, phase: 'break', raids: 0, raiding: null }
  if (score.half < rules.halves) return over
  const { home, away } = kabaddiPoints(score)
  const breaks = (setup.knockout || rules.breaksEveryTie) && home === away
  const extra = score.half < rules.halves + (rules.extra?.halves ?? 0)
  const inExtra = score.half > rules.halves && extra
  return inExtra || (breaks && (extra || rules.tieBreak)) ? over : { ...over, phase: 'ended' }
}

/** Whether the raid leaves a side without anybody on the mat. */
export function isAllOut(score: KabaddiScore, play: Raid, side: Side): boolean {
  const gone = play.raiding === side ? (play.lost ? 1 : 0) : play.touched.length + play.steppedOut.length
  return gone > 0 && onMat(score, side) - gone <= 0
}

function points(score: KabaddiScore, play: Raid): KabaddiScore {
  const { points: worth } = score.rules
  const tackled = play.lost === 'tackled'
  const raided = give(score, play.raiding, {
    touch: play.touched.length * worth.touch,
    bonus: play.bonus ? worth.bonus : 0,
    technical: play.steppedOut.length * worth.touch,
  })
  const defended = give(raided, otherSide(play.raiding), {
    tackle: tackled ? worth.tackle : 0,
    superTackle: play.superTackle ? worth.superTackle : 0,
    technical: play.lost && !tackled ? worth.lost : 0,
  })
  return play.allOut ? give(defended, otherSide(play.allOut), { allOut: worth.allOut }) : defended
}

/** A raid: points, who is out, who comes back (one for each opponent out), and everybody back after an all out. */
function raid(score: KabaddiScore, play: Raid): KabaddiScore {
  const defending = otherSide(play.raiding)
  const gone = [...play.touched, ...play.steppedOut]
  const scored = points(score, play)
  const raiders = onSide(scored, play.raiding, (side) => {
    const back = side.out.slice(gone.length)
    const out = play.lost ? [...back, play.raider] : back
    return { ...side, out: play.allOut === play.raiding ? [] : out, empty: isEmpty(play) ? side.empty + 1 : 0 }
  })
  const both = onSide(raiders, defending, (side) => {
    const out = [...side.out.slice(play.lost ? 1 : 0), ...gone].slice(0, score.rules.players)
    return { ...side, out: play.allOut === defending ? [] : out }
  })
  return {
    ...both,
    raids: score.raids + 1,
    raiding: defending,
    raidedFirst: score.raids === 0 ? play.raiding : score.raidedFirst,
  }
}

/** A raid of the tie-break: points alone. It ends the match once both have had theirs and one is ahead. */
function tieRaid(score: KabaddiScore, play: Raid): KabaddiScore {
  const each = score.rules.tieBreak?.raids ?? 0
  const next = onSide(points(score, play), play.raiding, (side) => ({ ...side, tieRaids: side.tieRaids + 1 }))
  const { home, away } = next.sides
  const golden = home.tieRaids + away.tieRaids > 2 * each
  const even = home.tieRaids >= each && away.tieRaids >= each
  const scores = kabaddiPoints(next)
  const decided = even && scores.home !== scores.away && (golden || home.tieRaids === away.tieRaids)
  return {
    ...next,
    raids: score.raids + 1,
    raiding: otherSide(play.raiding),
    phase: decided ? 'ended' : 'tie-break',
  }
}
