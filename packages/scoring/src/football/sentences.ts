import { scoredBy } from '../shoot-out.ts'
import { otherSide } from '../sport.ts'
import { listed, type Names } from '../words/names.ts'
import { applyFootball } from './apply.ts'
import type { FootballPlay } from './plays.ts'
import { ahead, type FootballScore, periodWords } from './score.ts'

/** A sentence or two of commentary on a play, made from the score before it. Its minute stands beside it. */
export function footballSentence(before: FootballScore, play: FootballPlay, names: Names): string {
  const after = applyFootball(before, play)
  const standing = `${names.team('home')} ${after.goals.home}, ${names.team('away')} ${after.goals.away}`
  switch (play.type) {
    case 'PeriodStart':
      if (play.period === 'first') return 'Kick-off.'
      return play.period === 'kicks' ? 'Kicks from the mark decide.' : `The ${periodWords(play.period)} begins.`
    case 'PeriodEnd':
      if (after.ended) return `Full time: ${standing}.`
      return play.period === 'first'
        ? `Half-time: ${standing}.`
        : `End of the ${periodWords(play.period)}: ${standing}.`
    case 'Goal':
      return `${goalWords(play, names)} ${standing}.`
    case 'PenaltyMissed':
      return `${who(play.taker, play.side, names)} ${play.how === 'saved' ? 'has a penalty saved' : 'misses a penalty'}.`
    case 'Card':
      return `${names.player(play.player)} (${names.team(play.side)}) ${CARD[play.colour]}.`
    case 'Substitution': {
      const changes = play.changes.map(({ off, on }) => `${names.player(on)} for ${names.player(off)}`)
      return `${names.team(play.side)} ${play.concussion ? 'replace a player with a concussion' : 'change'}: ${listed(changes)}.`
    }
    case 'AddedTime':
      return `${play.minutes} ${play.minutes === 1 ? 'minute' : 'minutes'} of added time.`
    case 'Review':
      return `Review of ${play.of}: ${play.stands ? 'the decision stands' : 'the decision is reversed'}.`
    case 'Kick': {
      const kicks = scoredBy(after.kicks)
      const winner = after.ended ? ahead(kicks) : null
      const end = winner ? ` ${names.team(winner)} win the shoot-out.` : ''
      return `${who(play.taker, play.side, names)} ${play.scored ? 'scores' : 'does not score'}: ${kicks.home}-${kicks.away} on kicks.${end}`
    }
    case 'ShootOut': {
      const winner = ahead(play.scored)
      const kicks = `${play.scored.home}-${play.scored.away} on kicks`
      return winner ? `${names.team(winner)} win the shoot-out: ${kicks}.` : `The shoot-out stands at ${kicks}.`
    }
    default:
      return play satisfies never
  }
}

const CARD = {
  yellow: 'is booked',
  'second-yellow': 'is booked again and sent off',
  red: 'is sent off',
} as const

const who = (player: string | null, side: 'home' | 'away', names: Names): string =>
  player === null ? names.team(side) : `${names.player(player)} (${names.team(side)})`

function goalWords(play: FootballPlay & { type: 'Goal' }, names: Names): string {
  if (play.how === 'own')
    return `Own goal by ${who(play.scorer, otherSide(play.side), names)}; it counts for ${names.team(play.side)}.`
  const how = play.how === 'penalty' ? ' from the spot' : ''
  const assist = play.assist === null ? '' : `, set up by ${names.player(play.assist)}`
  return `Goal! ${who(play.scorer, play.side, names)} scores${how}${assist}.`
}
