import type { BySide } from '@gavel/scoring'

/** Words with which the name of a tournament begins: sponsors, places and kinds of event. */
const TOURNAMENT = new Set(
  `open masters master world championship championships final finals cup tour games international classic series super
  bwf hsbc yonex daihatsu totalenergies total tota energies victor perodua east ventures gwangju sunrise li-ning toyota danisa
  petronas gainward kff princess sirivannavari thomas uber sudirman olympics olympic asia asian european commonwealth
  all england japan japanese korea korean indonesia indonesian malaysia malaysian thailand thai india indian denmark danish french france
  german germany singapore china chinese taipei hong kong spain spanish swiss switzerland australia australian macau vietnam
  canada us usa syed modi hylo orleans toyota kumamoto arctic finland`.split(/\s+/),
)

const isShouted = (word: string): boolean => /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word) && /\p{L}{2}/u.test(word)
const isTournament = (word: string): boolean => TOURNAMENT.has(word.toLowerCase()) || /^\d/.test(word)

/**
 * The players in the name of a folder such as `Viktor_AXELSEN_LEE_Zii_Jia_Indonesia_Open_2022_Semifinals`: family names in capitals, first
 * or last. Where the name does not tell them apart they are player A and player B; `title` is what is left, or then the whole name.
 */
export function playersIn(folder: string): { readonly players: BySide<string>; readonly title: string } {
  const words = folder.split(/[_\s]+/).filter(Boolean)
  const title = words.join(' ')
  const first = nameAt(words, 0)
  const second = first && nameAt(words, first.next)
  if (!second) return { players: { home: 'Player A', away: 'Player B' }, title }
  const rest = words.slice(second.next).join(' ')
  return { players: { home: first.name, away: second.name }, title: rest || title }
}

/** A name of shouted and spoken words, in either order, up to where the next name or the tournament begins. */
function nameAt(words: readonly string[], from: number): { name: string; next: number } | null {
  const leads = isShouted(words[from] ?? '')
  const head = from + run(words, from, leads)
  const tail = head + run(words, head, !leads)
  if (head === from || tail === head) return null
  const next = leads ? givenEnd(words, head, tail) : familyEnd(words, head, tail)
  return { name: words.slice(from, next).join(' '), next }
}

/** How many words from here on are shouted, or spoken, up to the tournament. */
function run(words: readonly string[], from: number, shouted: boolean): number {
  const rest = words.slice(from)
  const end = rest.findIndex((word) => isTournament(word) || isShouted(word) !== shouted)
  return end === -1 ? rest.length : end
}

/** `Akane YAMAGUCHI CHEN Yu Fei`: of several family names the last leads the next name, if a given name follows it. */
function familyEnd(words: readonly string[], head: number, tail: number): number {
  return tail - head > 1 && run(words, tail, false) > 0 ? tail - 1 : tail
}

/** `AN Se Young Akane YAMAGUCHI Cup`: of several given names the last is of the next name, if that ends with its family name. */
function givenEnd(words: readonly string[], head: number, tail: number): number {
  const family = run(words, tail, true)
  return tail - head > 1 && family > 0 && run(words, tail + family, false) === 0 ? tail - 1 : tail
}
