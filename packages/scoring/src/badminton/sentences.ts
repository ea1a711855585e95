import { setsWon } from '../sets/sets.ts'
import { listed, type Names } from '../words/names.ts'
import { applyBadminton } from './apply.ts'
import type { BadmintonPlay } from './plays.ts'
import { type BadmintonScore, gameNumber, serviceOf } from './score.ts'
import { badmintonCalls } from './views.ts'

/** One or two sentences of commentary on a play, made from the score before it. */
export function badmintonSentence(before: BadmintonScore, play: BadmintonPlay, names: Names): string {
  const after = applyBadminton(before, play)
  switch (play.type) {
    case 'GameStart':
      return `${names.player(play.server)} serves first to ${names.player(play.receiver)} in game ${gameNumber(before)}.`
    case 'Let':
      return 'Let: the rally is played again.'
    case 'CourtsCorrected':
      return `${names.team(play.side)} stood in the wrong courts; it is put right and the score stands.`
    case 'Card':
      return `${names.player(play.player)} is shown the ${play.colour} card.${play.colour === 'yellow' ? '' : ` ${pointWords(before, after, names)}`}`
    case 'Retired':
      return `${play.player === null ? names.team(play.side) : names.player(play.player)} retires. ${pointWords(before, after, names)}`
    case 'GameCalled':
    case 'Rally':
      return pointWords(before, after, names)
    default:
      return play satisfies never
  }
}

function pointWords(before: BadmintonScore, after: BadmintonScore, names: Names): string {
  if (after.ended) {
    const won = setsWon(after.games)
    const loser = after.ended.winner === 'home' ? 'away' : 'home'
    const scores = after.games.map((game) => `${game[after.ended?.winner ?? 'home']}-${game[loser]}`)
    const games = scores.length > 0 ? ` ${listed(scores)}` : ''
    return `Match to ${names.team(after.ended.winner)}, ${won[after.ended.winner]}-${won[loser]} in games:${games}.`.replace(
      ':.',
      '.',
    )
  }
  const finished = after.games.length > before.games.length ? after.games.at(-1) : null
  if (finished) {
    const winner = finished.home > finished.away ? 'home' : 'away'
    const loser = winner === 'home' ? 'away' : 'home'
    return `${names.team(winner)} takes game ${after.games.length}, ${finished[winner]}-${finished[loser]}.`
  }
  const winner = after.points.home > before.points.home ? 'home' : 'away'
  const loser = winner === 'home' ? 'away' : 'home'
  const [won, lost] = [after.points[winner], after.points[loser]]
  const calls = badmintonCalls(before, after).map((call) => call.kind)
  const serving = serviceOf(after)
  const words = [
    `${names.team(winner)} ${calls.includes('service-over') ? 'wins the serve' : 'wins the rally'}: ${won === lost ? `${won} all` : `${won}-${lost}`}`,
    calls.includes('match-point') ? 'match point' : calls.includes('game-point') ? 'game point' : '',
    calls.includes('interval') ? 'interval' : '',
    calls.includes('change-ends') ? 'the sides change ends' : '',
    after.setup.discipline === 'doubles' && serving?.server
      ? `${names.player(serving.server)} serves from the ${serving.court}`
      : '',
  ]
  return `${words.filter(Boolean).join(', ')}.`
}
