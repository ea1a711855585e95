import { otherSide } from '../sport.ts'
import { listed, type Names } from '../words/names.ts'
import { applyKabaddi } from './apply.ts'
import type { KabaddiPlay, Raid } from './plays.ts'
import { isDoOrDie, isEmpty, isSuperRaid, type KabaddiScore, kabaddiPoints, onMat } from './score.ts'

/** A sentence or two of commentary on a play, made from the score before it. */
export function kabaddiSentence(before: KabaddiScore, play: KabaddiPlay, names: Names): string {
  const after = applyKabaddi(before, play)
  const { home, away } = kabaddiPoints(after)
  const standing = `${home}-${away}`
  switch (play.type) {
    case 'HalfStart':
      return after.raiding
        ? `Half ${after.half} begins; ${names.team(after.raiding)} raid first.`
        : `Half ${after.half} begins.`
    case 'HalfEnd':
      return after.phase === 'ended' ? endWords(after, names) : `End of half ${before.half}: ${standing}.`
    case 'Raid':
      return `${raidWords(before, play, names)} ${standing}.${after.phase === 'ended' ? ` ${endWords(after, names)}` : ''}`
    case 'Technical':
      return `${play.points} technical ${play.points === 1 ? 'point' : 'points'} to ${names.team(play.to)}${play.why ? ` (${play.why})` : ''}: ${standing}.`
    case 'Card':
      return `${play.player === null ? names.team(play.side) : names.player(play.player)} is shown the ${play.colour} card.`
    case 'Return':
      return `${names.player(play.player)} is back.`
    case 'Substitution':
      return `${names.player(play.on)} comes in for ${names.player(play.off)} (${names.team(play.side)}).`
    case 'TimeOut':
      return play.side ? `Time-out: ${names.team(play.side)}.` : 'Time-out of the officials.'
    case 'Review':
      return `${names.team(play.side)} asks for a review: ${play.upheld ? 'the decision is changed' : 'the decision stands'}.`
    case 'Declare':
      return `${names.team(play.side)} give up the players left on the mat: ${standing}.`
    case 'TieBreakStart':
      return `Level at ${standing}: ${before.rules.tieBreak?.raids ?? 0} raids each decide.`
    case 'Toss':
      return endWords(after, names)
    default:
      return play satisfies never
  }
}

function raidWords(before: KabaddiScore, raid: Raid, names: Names): string {
  const raider = raid.raider === null ? `The raider of ${names.team(raid.raiding)}` : names.player(raid.raider)
  const kind = isDoOrDie(before, raid.raiding) ? ' in a do-or-die raid' : ''
  const known = (players: Raid['touched']) => players.filter((player) => player !== null).map(names.player)
  const parts: string[] = []
  if (isEmpty(raid)) parts.push('comes home empty-handed')
  if (raid.touched.length > 0) {
    const who = known(raid.touched)
    parts.push(who.length === raid.touched.length ? `touches ${listed(who)}` : `touches ${raid.touched.length}`)
  }
  if (raid.bonus) parts.push('takes the bonus')
  if (raid.steppedOut.length > 0) parts.push(`sends ${raid.steppedOut.length} out of court`)
  if (raid.lost === 'tackled') {
    const by = raid.by.map(names.player)
    parts.push(`is caught${by.length > 0 ? ` by ${listed(by)}` : ''}${raid.superTackle ? ', a super tackle' : ''}`)
  } else if (raid.lost) parts.push(LOST[raid.lost])
  const more = [
    isSuperRaid(before.rules, raid) ? ' Super raid!' : '',
    raid.allOut
      ? ` ${names.team(raid.allOut)} are all out: ${before.rules.points.allOut} more to ${names.team(otherSide(raid.allOut))}.`
      : '',
    !raid.allOut && onMat(before, otherSide(raid.raiding)) === 1 && raid.lost ? ' The last defender survives.' : '',
  ]
  return `${raider} ${listed(parts)}${kind}.${more.join('')}`
}

const LOST = {
  'out-of-court': 'leaves the court and is out',
  time: 'stays too long and is out',
  'do-or-die': 'brings nothing and is out',
} as const

function endWords(after: KabaddiScore, names: Names): string {
  const { home, away } = kabaddiPoints(after)
  if (after.toss) return `The toss gives the match to ${names.team(after.toss)}.`
  if (home === away) return `The match is tied, ${home} all.`
  const winner = home > away ? 'home' : 'away'
  return `${names.team(winner)} win, ${Math.max(home, away)}-${Math.min(home, away)}.`
}
