import { moneyWords, partOf, sharesOf } from '@gavel/payments'
import { refundPercent } from '@gavel/registration'
import { spanWords } from '../../entering/spans.ts'
import { momentIn } from '../../events/when.ts'
import type { EventEntry, KindEntry, KindName, Meant } from './entries-schema.ts'

// What the choices of an organiser mean for the people who enter, one sentence each, for beneath the fields.

const PEOPLE = { players: 'Players', owners: 'Teams' } as const

export function windowMeaning(
  name: KindName,
  { opensAtMs, closesAtMs }: Pick<KindEntry, 'opensAtMs' | 'closesAtMs'>,
  meant: Meant,
): string {
  const from = opensAtMs === null ? 'as soon as the event is published' : `from ${said(opensAtMs, meant)}`
  const until = closesAtMs === null ? 'until the auction starts' : `until ${said(closesAtMs, meant)}`
  return `${PEOPLE[name]} enter ${from}, ${until}.`
}

export function feeMeaning(
  name: KindName,
  { fee, seats }: Pick<KindEntry, 'fee' | 'seats'>,
  { currency }: Meant,
): string {
  if (fee === null) return name === 'players' ? 'Entering costs a player nothing.' : 'Entering costs a team nothing.'
  const money = { amount: fee, currency }
  if (name === 'players')
    return `Each player pays ${moneyWords(money)} and is in once it is paid. A group pays it for every seat.`
  const shares = sharesOf(money, seats)
  const [largest, least] = [shares[0], shares.at(-1)]
  if (seats === 1 || !largest || !least)
    return `A team pays ${moneyWords(money)} as a deposit, and is in once it is paid.`
  const each = largest.amount === least.amount ? moneyWords(least) : `${moneyWords(least)} or ${moneyWords(largest)}`
  return `A team pays ${moneyWords(money)} as a deposit, in up to ${seats} shares: in ${seats} shares each is ${each}. It is in once all are paid.`
}

export function groupsMeaning(name: KindName, { seats }: Pick<KindEntry, 'seats'>): string {
  if (seats === 1) return name === 'players' ? 'Everybody enters alone.' : 'One owner pays for the team.'
  return name === 'players'
    ? `A captain holds up to ${seats} places at once and passes on a link; each member takes a seat with own answers.`
    : `The owner splits the deposit in up to ${seats} shares and passes on a link; whoever has it pays one.`
}

export function holdMeaning({ payMs }: Pick<EventEntry, 'payMs'>): string {
  return `A place is kept for ${spanWords(payMs)} for whoever has to pay. Then it goes to the next in line.`
}

export function slowMeaning({ slowMs }: Pick<EventEntry, 'slowMs'>): string {
  return `A bank transfer that is under way keeps the place for up to ${spanWords(slowMs)}.`
}

export function offersMeaning(
  { offerMs, offersUntilMs }: Pick<EventEntry, 'offerMs' | 'offersUntilMs'>,
  meant: Meant,
): string {
  const first =
    offerMs === null
      ? 'A place that becomes free goes at once to the first in line.'
      : `The first in line is asked, and has ${spanWords(offerMs)} to take the place; then the next is asked.`
  return offersUntilMs === null
    ? `${first} The line moves until the auction starts.`
    : `${first} Nobody moves up after ${said(offersUntilMs, meant)}.`
}

export function groupEndMeaning({ groupEnd }: Pick<EventEntry, 'groupEnd'>): string {
  return groupEnd === 'whole'
    ? 'When a group’s time runs out with a seat open or unpaid, nobody of it is in and everybody gets all of the money back.'
    : 'When a group’s time runs out, the seats that are taken and paid are in, if the captain has paid; the others give their places back.'
}

/** What leaving a confirmed entry gives back, step after step. */
export function refundsMeaning({ refunds, players }: Pick<EventEntry, 'refunds' | 'players'>, meant: Meant): string[] {
  const always = 'Who leaves before being confirmed, or is taken out by you, always gets everything back.'
  const last = refunds.at(-1)
  if (!last) return ['Who leaves once confirmed gets nothing back.', always]
  const of = (percent: number) =>
    players.fee === null
      ? ''
      : `: ${moneyWords(partOf({ amount: players.fee, currency: meant.currency }, percent))} of a player’s fee`
  return [
    ...refunds.map(({ untilMs }) => {
      const percent = refundPercent(refunds, untilMs - 1)
      return `Leaving before ${said(untilMs, meant)} gives back ${percent} %${of(percent)}.`
    }),
    `Leaving after ${said(last.untilMs, meant)} gives nothing back.`,
    always,
  ]
}

function said(atMs: number, { timeZone }: Meant): string {
  const { shortDate, time, place } = momentIn(atMs, timeZone)
  return `${shortDate}, ${time} in ${place}`
}
