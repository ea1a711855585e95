/** A name taken apart for comparing. */
export type NameParts = {
  /** Lower case, without marks; initials are single letters. */
  words: readonly string[]
  /** Equal for names that differ only in marks, punctuation, case, and the order of their words. */
  key: string
}

/** First names that are one name to those who write lists. Each line is one name. */
const SAME_NAMES = [
  'mohammed mohammad mohamed mohd md muhammad muhammed mohammod',
  'steve steven stephen stefan',
  'william will bill billy',
  'benjamin ben benny',
  'daniel dan danny',
  'james jimmy jim jamie',
  'zachary zakary zak zack zac zach',
  'matthew matt mathew',
  'christopher chris kristopher',
  'michael mike mick',
  'thomas tom tommy',
  'samuel sam sammy',
  'alexander alex',
  'nicholas nick nicolas nico',
  'robert rob bob bobby',
  'joseph joe',
  'joshua josh',
  'anthony tony',
  'andrew andy',
  'david dave',
  'jonathan jon jonny jonathon',
  'timothy tim',
  'edward ed eddie',
  'philip phil phillip',
  'richard rick ricky',
  'frederick fred freddie',
  'gregory greg',
  'peter pete',
  'patrick pat',
  'charles charlie',
  'lungisani lungi',
]
const SAME_NAME = new Map(SAME_NAMES.flatMap((line) => line.split(' ').map((name) => [name, line] as const)))

/** Takes a name apart. `K.M. Asif` and `KM Asif` give the same words. */
export function nameParts(name: string): NameParts {
  const letters = name
    .normalize('NFKD')
    .replace(/[\p{M}'’`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const shouting = letters === letters.toUpperCase()
  const words = letters.split(' ').flatMap((word) => {
    const initials =
      word.length > 1 && word.length <= 3 && word === word.toUpperCase() && (!shouting || !/[AEIOUY]/.test(word))
    return initials ? [...word.toLowerCase()] : [word.toLowerCase()]
  })
  return { words, key: words.toSorted().join(' ') }
}

/** Equal for names that people would call the same: marks, case and the order of words do not count. */
export function nameKey(name: string): string {
  return nameParts(name).key
}

/** How often words occur in the names of two lists; a word shared by many people says little about one. */
export type WordWeights = (word: string) => number

/** Weights for a set of names, in which a person is expected about twice (once in each list). */
export function wordWeights(names: readonly NameParts[]): WordWeights {
  const counts = new Map<string, number>()
  for (const { words } of names)
    for (const word of new Set(words.map(sound))) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => {
    if (word.length === 1) return 0.3
    return 1 / (1 + Math.log(Math.max(1, (counts.get(sound(word)) ?? 1) / 2)))
  }
}

/** How likely two spellings are one person's, from 0 to 1, by their words alone. */
export function nameScore(a: NameParts, b: NameParts, weight: WordWeights): number {
  if (a.key === b.key) return 1
  const scores = [
    alignment(a.words, b.words, weight),
    ...joinedLike(a.words, b.words).map((words) => alignment(words, b.words, weight)),
    ...joinedLike(b.words, a.words).map((words) => alignment(a.words, words, weight)),
  ]
  return Math.max(...scores)
}

/** Two words written as one, where the other name has that one word: `Prithvi Raj` as `Prithviraj`. */
function joinedLike(words: readonly string[], other: readonly string[]): string[][] {
  const sounds = new Set(other.map(sound))
  return joined(words).filter((_, i) => sounds.has(sound(`${words[i]}${words[i + 1]}`)))
}

/** The sounds by which a name may be looked up: one shared with the other spelling is enough to compare the two. */
export function lookupSounds(name: NameParts): string[] {
  const whole = [...name.words, ...joined(name.words).flat()]
  return [...new Set(whole.filter((w) => w.length > 1).map((w) => sound(w).slice(0, 3)))]
}

function joined(words: readonly string[]): string[][] {
  return words.slice(1).map((word, i) => [...words.slice(0, i), `${words[i]}${word}`, ...words.slice(i + 2)])
}

/** Pairs the words best first; half of the score is what both names share of both, the rest what they share of the shorter one. */
function alignment(a: readonly string[], b: readonly string[], weight: WordWeights): number {
  const pairs = a
    .flatMap((wordA, i) =>
      b.map((wordB, j) => ({
        i,
        j,
        likeness: wordLikeness(wordA, wordB),
        weight: Math.max(weight(wordA), weight(wordB)),
      })),
    )
    .filter((p) => p.likeness > 0)
    .sort((x, y) => y.likeness * y.weight - x.likeness * x.weight)
  const usedA = new Set<number>()
  const usedB = new Set<number>()
  let shared = 0
  let sharedA = 0
  let sharedB = 0
  for (const pair of pairs) {
    if (usedA.has(pair.i) || usedB.has(pair.j)) continue
    usedA.add(pair.i)
    usedB.add(pair.j)
    const [wA, wB] = [weight(a[pair.i] ?? ''), weight(b[pair.j] ?? '')]
    shared += pair.likeness * (wA + wB)
    sharedA += pair.likeness * wA
    sharedB += pair.likeness * wB
  }
  const sum = (words: readonly string[]) => words.reduce((total, w) => total + weight(w), 0)
  const [sumA, sumB] = [sum(a), sum(b)]
  if (sumA === 0 || sumB === 0) return 0
  return 0.6 * (shared / (sumA + sumB)) + 0.4 * Math.max(sharedA / sumA, sharedB / sumB)
}

/** How alike two words of names are, from 0 to 1. */
function wordLikeness(a: string, b: string): number {
  if (a === b) return 1
  const sameName = SAME_NAME.get(a)
  if (sameName !== undefined && sameName === SAME_NAME.get(b)) return 0.97
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 0.7 : 0
  if (sound(a) === sound(b)) return 0.95
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 3 && long.startsWith(short)) return 0.85
  if (short.length < 4) return 0
  const likeness = 1 - editDistance(a, b) / long.length
  return likeness >= 0.7 ? likeness : 0
}

/** Spellings of one sound in names from India and elsewhere: `Vashisht` and `Vasisht`, `Chhikara` and `Chikara`. */
function sound(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/ck|q|c(?!h)/g, 'k')
    .replace(/w/g, 'v')
    .replace(/z/g, 's')
    .replace(/y|ee|ii/g, 'i')
    .replace(/oo/g, 'u')
    .replace(/(?<=[a-z])h/g, '')
    .replace(/(.)\1+/g, '$1')
}

/** Damerau-Levenshtein (adjacent swaps count one). */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = above
    above = row
  }
  return above[b.length] ?? 0
}
