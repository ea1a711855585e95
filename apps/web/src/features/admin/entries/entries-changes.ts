import { moneyWords } from '@gavel/payments'
import { type Ages, dayWords, type Question } from '@gavel/registration'
import { spanWords } from '../../entering/spans.ts'
import { momentIn } from '../../events/when.ts'
import type { Change } from '../details/changes.ts'
import type { EventEntry, KindEntry, Meant } from './entries-schema.ts'

/** One thing that entering has, in words. `key` stays while its words change. */
type Line = { key: string; label: string; words: string }

/** What differs between two ways to take entries, as sentences for a person: from what, to what. */
export function sayEntryChanges(before: EventEntry, after: EventEntry, meant: Meant): Change[] {
  const was = new Map(linesOf(before, meant).map((line) => [line.key, line]))
  const is = new Map(linesOf(after, meant).map((line) => [line.key, line]))
  const lines = [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const [from, to] = [was.get(key), is.get(key)]
    if (from?.words === to?.words && from?.label === to?.label) return []
    const renamed = from && to && from.label !== to.label ? `${to.words} (was: ${from.label})` : to?.words
    return [{ label: to?.label ?? from?.label ?? key, from: from?.words ?? 'nothing', to: renamed ?? 'removed' }]
  })
  return [
    ...lines,
    ...orderChange('Players', before.players, after.players),
    ...orderChange('Teams', before.owners, after.owners),
  ]
}

/** Questions that were there before and stand in another order now; what came or went is said by itself. */
function orderChange(name: string, { questions: before }: KindEntry, { questions: after }: KindEntry): Change[] {
  const kept = (list: readonly Question[], others: readonly Question[]) =>
    list.filter(({ id }) => others.some((other) => other.id === id))
  const [was, is] = [kept(before, after), kept(after, before)]
  if (was.every(({ id }, i) => id === is[i]?.id)) return []
  const said = (list: readonly Question[]) => list.map(({ words }) => words).join(', ')
  return [{ label: `${name}: order of the questions`, from: said(was), to: said(is) }]
}

function linesOf(entry: EventEntry, meant: Meant): Line[] {
  const { payMs, slowMs, offerMs, offersUntilMs, groupEnd, refunds, ageDay } = entry
  const line = (key: string, label: string, words: string): Line => ({ key, label, words })
  return [
    ...kindLines('Players', entry.players, meant),
    ...kindLines('Teams', entry.owners, meant),
    line('age-day', 'Ages count on', ageDay === null ? 'the day of the event' : dayWords(ageDay)),
    line('pay', 'Time to pay', spanWords(payMs)),
    line('slow', 'Time for slow payments', spanWords(slowMs)),
    line('offer', 'Places for who waits', offerMs === null ? 'given at once' : `offered for ${spanWords(offerMs)}`),
    line('offers-until', 'The line moves until', said(offersUntilMs, meant, 'the auction starts')),
    line('group-end', 'Groups that run out of time', groupEnd === 'whole' ? 'lose all places' : 'keep what is paid'),
    line(
      'refunds',
      'What leaving gives back',
      refunds.map(({ untilMs, percent }) => `${percent} % until ${said(untilMs, meant, '')}`).join('; ') || 'nothing',
    ),
  ]
}

function kindLines(name: 'Players' | 'Teams', kind: KindEntry, meant: Meant): Line[] {
  const line = (what: string, words: string, key = what): Line => ({
    key: `${name} ${key}`,
    label: `${name}: ${what}`,
    words,
  })
  const { fee, questions, categories } = kind
  return [
    line('entries open', said(kind.opensAtMs, meant, 'with publishing')),
    line('entries close', said(kind.closesAtMs, meant, 'with the auction')),
    line('ages', agesWords(kind.ages)),
    line(
      name === 'Players' ? 'fee' : 'deposit',
      fee === null ? 'none' : moneyWords({ amount: fee, currency: meant.currency }),
    ),
    line(
      name === 'Players' ? 'seats of a group' : 'shares of a team',
      kind.seats === 1 ? 'none' : `up to ${kind.seats}`,
    ),
    ...categories.map((one) => line(`category “${one.name}”`, agesWords(one.ages), `category ${one.id}`)),
    ...questions.map((one) => line(`“${one.words}”`, questionWords(one), `question ${one.id}`)),
  ]
}

/** Whom ages leave in: `16 to 40`. */
function agesWords({ min, max }: Ages): string {
  if (min === null && max === null) return 'any'
  if (min === null) return `up to ${max}`
  return max === null ? `from ${min}` : `${min} to ${max}`
}

/** What a question asks for, in a few words: `a choice of 3, must be answered`. */
function questionWords(question: Question): string {
  return `${asksFor(question)}${question.required ? ', must be answered' : ''}`
}

function asksFor(question: Question): string {
  switch (question.asks) {
    case 'text':
      return `text of up to ${question.maxLength} characters`
    case 'number':
      return `a number from ${question.min} to ${question.max}`
    case 'choice':
      return `a choice: ${question.options.join(', ')}`
    case 'yes-no':
      return 'yes or no'
    case 'date': {
      const bounds = [question.earliest && `from ${question.earliest}`, question.latest && `to ${question.latest}`]
      return ['a date', ...bounds.filter(Boolean)].join(' ')
    }
    default:
      return question satisfies never
  }
}

function said(atMs: number | null, { timeZone }: Meant, none: string): string {
  if (atMs === null) return none
  const { shortDate, time } = momentIn(atMs, timeZone)
  return `${shortDate}, ${time}`
}
