import type { FileMatch } from './schema.ts'

/** Where a match counts: in a table (of a group, or the only one: null), or in the knock-out. */
export type Stage = { readonly in: 'table'; readonly group: string | null } | { readonly in: 'knockout' }

const KNOCKOUT =
  /\b(finals?|finale|semi|quarter|play-?offs?|knock-?out|third place|3rd place|round of|last (16|32|64)|qualif\w*|quali|preliminary|eliminat\w+|barrages?|replay|1\/\d+|(viertel|halb|achtel)finale|(semi|quarter|eighth)-?\s?finals?|octavos|cuartos|quarti|ottavi)\b/i
const GROUP = /^(group|gruppe|grupo|groupe|pool)\s+\w+/i
const MATCHDAY = /\b(league|matchday|match day|week|spieltag|jornada|giornata|journée|rodada|regular)\b/i
const ROUND = /\bround\s+\d+\b/i

const groupIn = (match: FileMatch): string | null =>
  match.group ?? GROUP.exec(match.round)?.[0] ?? GROUP.exec(match.stage)?.[0] ?? null

const labelOf = ({ stage, round }: FileMatch): string => [stage, round].filter(Boolean).join(', ')

/**
 * Tells the matches of a table from those of a knock-out, for one file. A group says so itself, or in the name of its round (`Group A,
 * Matchday 1`). Without groups a file is a league, except for the rounds that are named as a knock-out is; a cup has no other.
 */
export function stagesOf(matches: readonly FileMatch[]): (match: FileMatch) => Stage {
  const groups = matches.some((match) => groupIn(match) !== null)
  const labels = matches.filter((match) => groupIn(match) === null).map(labelOf)
  const knockout = labels.some((label) => KNOCKOUT.test(label))
  const league = labels.some((label) => MATCHDAY.test(label) && !KNOCKOUT.test(label))
  const numbered = matches.filter((match) => ROUND.test(match.round))
  const isCup = knockout && !league && (numbered.length === 0 || losersVanish(numbered))
  return (match) => {
    const group = groupIn(match)
    if (group !== null) return { in: 'table', group }
    const label = labelOf(match)
    const counts = groups ? MATCHDAY.test(label) : !isCup
    return KNOCKOUT.test(label) || !counts ? { in: 'knockout' } : { in: 'table', group: null }
  }
}

/** Whether who loses a match never plays a later one: so it is in a cup, whose rounds are numbered as those of a league may be. */
function losersVanish(matches: readonly FileMatch[]): boolean {
  let [lost, gone] = [0, 0]
  for (const [at, { home, away, fullTime }] of matches.entries()) {
    if (!fullTime || fullTime[0] === fullTime[1]) continue
    const loser = fullTime[0] < fullTime[1] ? home : away
    lost += 1
    if (!matches.slice(at + 1).some((later) => later.home === loser || later.away === loser)) gone += 1
  }
  return lost > 0 && gone / lost > 0.8
}
