import type { NominationRule, RetentionRule, RuleSet, TypeCaps } from '@gavel/auction'
import { formatMoney } from '@gavel/ui'

/** A rule of an auction as people read it. */
export type RuleWords = { name: string; words: string }

/** The rules beyond purse, squad and ladder, as far as an auction has them. */
export function furtherRules(rules: RuleSet): RuleWords[] {
  const say = (amount: number) => formatMoney(amount, rules.currency)
  const {
    minSpendPercent,
    categories,
    retention,
    match,
    tieBreak,
    feeCap,
    recallFloor,
    nomination,
    openLots,
    proxies,
  } = rules
  const told: (RuleWords | null)[] = [
    minSpendPercent === null ? null : { name: 'To be spent', words: `At least ${minSpendPercent} % of the purse` },
    categories.length === 0
      ? null
      : {
          name: 'Kinds of players',
          words: sentence(categories.map(({ label, min, max }) => `${bounds(min, max)} ${label}`)),
        },
    retention === null
      ? null
      : {
          name: 'Retained players',
          words: sentence([
            `At most ${retention.max}`,
            ...capsIn(retention.caps),
            ...(retention.cappedTotals.length > 0
              ? [`capped ones cost ${slabsOf(retention).map(say).join(', ')} or more`]
              : []),
            ...(retention.uncappedCost === null ? [] : [`uncapped ones ${say(retention.uncappedCost)} or more`]),
          ]),
        },
    match === null
      ? null
      : {
          name: 'Right to match',
          words: sentence([
            match.raiseGrid === null
              ? 'The last season’s team may match the price that wins'
              : 'The last season’s team may match the price that wins, after one raise by the leader',
            `cards: ${cardsWords(match.cardsByRetained)}`,
            ...capsIn(match.caps),
          ]),
        },
    tieBreak === null
      ? null
      : {
          name: 'Empty purses',
          words: `Sealed amounts to the league decide a tie${tieBreak.afterMatch ? ' once nobody has matched the price' : ''}`,
        },
    feeCap === null
      ? null
      : {
          name: 'Fee',
          words: `At most ${say(feeCap.amount)} for ${feeCap.category} players; the rest of the price goes to the league`,
        },
    recallFloor === null
      ? null
      : { name: 'Recalled players', words: `May come back at a lower base, from ${say(recallFloor)}` },
    nomination === null ? null : { name: 'Who is put up', words: nominationWords(nomination) },
    openLots === 1 ? null : { name: 'At once', words: `Up to ${openLots} players are up` },
    proxies ? { name: 'Hidden maximum', words: 'A team may leave one, and is bid for' } : null,
  ]
  return told.filter((rule) => rule !== null)
}

/** What each of the most capped players costs at least. */
const slabsOf = ({ cappedSlabs, cappedTotals }: RetentionRule): readonly number[] =>
  cappedSlabs?.at(-1) ?? cappedTotals.map((total, at) => total - (cappedTotals[at - 1] ?? 0))

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** A time of the rules: in days, hours or minutes where it is whole ones and long, else in seconds. */
export function timeWords(ms: number): string {
  const [unit, of] = UNITS.find(([, each]) => ms >= 600_000 && ms % each === 0) ?? ['second', 1_000]
  const count = Math.round(ms / of)
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`
}

const NOMINATIONS = {
  straight: 'Teams name players in turn',
  snake: 'Teams name players in turn, every second round backwards',
  winner: 'Whoever bought last names the next player',
  free: 'Any team names players while there is room',
} as const

const nominationWords = ({ order, turnMs }: NominationRule): string =>
  order === 'free' || turnMs === null ? NOMINATIONS[order] : `${NOMINATIONS[order]}, within ${timeWords(turnMs)}`

const bounds = (min: number, max: number | null): string => {
  if (max === null) return `at least ${min}`
  return min === 0 ? `at most ${max}` : `${min} to ${max}`
}

const capsIn = (caps: TypeCaps): string[] =>
  Object.entries(caps).flatMap(([kind, most]) => (most === null ? [] : [`at most ${most} ${kind}`]))

/** `6 without retained players, down to 0 with 6`. */
const cardsWords = (cards: readonly number[]): string => {
  const [first = 0] = cards
  const last = cards.at(-1) ?? first
  if (first === last) return String(first)
  return `${first} without retained players, down to ${last} with ${cards.length - 1}`
}

const sentence = (parts: readonly string[]): string => {
  const [first = '', ...rest] = parts
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ')
}
