import { isDoOrDie, type KabaddiScore, onMat, otherSide } from '@gavel/scoring'

/** What the next raid is played for: `Do or die`, `Super tackle on`, `Raid 3 of 5`. */
export function matWords(score: KabaddiScore): string[] {
  const { phase, raiding, rules, sides } = score
  if (raiding === null || (phase !== 'half' && phase !== 'tie-break')) return []
  if (phase === 'tie-break') {
    const [taken, each] = [sides[raiding].tieRaids, rules.tieBreak?.raids ?? 0]
    return [taken < each ? `Tie-break, raid ${taken + 1} of ${each}` : 'Golden raid']
  }
  const defenders = onMat(score, otherSide(raiding))
  return [
    ...(isDoOrDie(score, raiding) ? ['Do or die'] : []),
    ...(defenders <= rules.superTackleMax ? ['Super tackle on'] : []),
    ...(defenders < rules.bonusFrom ? ['No bonus'] : []),
  ]
}

/** Where the match stands in its time: `Half 2, raid 14`. */
export function halfWords({ phase, half, raids, rules }: KabaddiScore): string {
  const named = half > rules.halves ? `Extra time ${half - rules.halves}` : `Half ${half}`
  switch (phase) {
    case 'before':
      return 'Not begun'
    case 'half':
      return `${named}, raid ${raids + 1}`
    case 'break':
      return half < rules.halves ? 'Half-time' : `After ${named.toLowerCase()}`
    case 'tie-break':
      return 'Tie-break'
    case 'ended':
      return 'Ended'
    default:
      return phase satisfies never
  }
}
