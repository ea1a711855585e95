import { type Guess, RehearsalError } from './cast.ts'

/**
 * Which of `teams` each of `others` is, by what they are called: the same name, its first letters (`CSK`, Chennai Super Kings), letters of it in order
 * (`PK`, `PBKS`; `SRH`, Sunrisers Hyderabad), a word with the same first letter, or the last ones left. Each step takes what fits one alone; whatever goes
 * beyond first letters is told.
 *
 * @returns a team for each of `others`
 * @throws RehearsalError where one of `others` is none of them, or could be several.
 */
export function sameTeams(
  teams: readonly string[],
  others: ReadonlySet<string>,
  guesses: Guess[],
): Map<string, string> {
  const found = new Map<string, string>()
  for (const { fits, told } of STEPS) {
    const free = teams.filter((team) => ![...found.values()].includes(team))
    const open = [...others].filter((other) => !found.has(other))
    for (const other of open) {
      const like = free.filter((team) => fits(team, other))
      const [team] = like
      const rivals = open.filter((rival) => rival !== other && team !== undefined && fits(team, rival))
      if (like.length !== 1 || team === undefined || rivals.length > 0) continue
      found.set(other, team)
      if (told)
        guesses.push({ kind: 'retained', text: `The team “${other}” of the retained players is taken for ${team}.` })
    }
  }
  const lost = [...others].find((other) => !found.has(other))
  if (lost !== undefined)
    throw new RehearsalError(
      `“${lost}” of the retained players is no team of the results: they name ${teams.join(', ')}. Write it as they do.`,
    )
  return found
}

type Step = { fits: (team: string, other: string) => boolean; told: boolean }

const STEPS: readonly Step[] = [
  { fits: (team, other) => plain(team) === plain(other), told: false },
  { fits: (team, other) => initials(team) === plain(other) || initials(other) === plain(team), told: false },
  { fits: (team, other) => holds(plain(team), plain(other)) || holds(plain(other), plain(team)), told: true },
  { fits: (team, other) => sharesLetter(team, other), told: true },
  { fits: () => true, told: true },
]

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const words = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

const initials = (name: string): string =>
  words(name)
    .map((word) => word[0] ?? '')
    .join('')

/** Whether the letters of `short` stand in `name` in their order, the first of them first. */
function holds(name: string, short: string): boolean {
  if (name[0] !== short[0]) return false
  let at = 0
  for (const letter of name) if (letter === short[at]) at += 1
  return at === short.length
}

const sharesLetter = (team: string, other: string): boolean =>
  words(team).some((word) => word[0] === plain(other)[0]) || words(other).some((word) => word[0] === plain(team)[0])
