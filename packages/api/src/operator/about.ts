import {
  auctionById,
  type Errand,
  type Event,
  errandById,
  eventById,
  type LetterStatus,
  type Mongo,
  namesOf,
  newsById,
  notificationById,
  type Postgres,
  paymentById,
  registrationById,
  userById,
} from '@gavel/db'
import { isRoutingKey, type Payload, payloads, type RoutingKey } from '@gavel/messaging'
import { moneyWords } from '@gavel/payments'
import { paidFor } from '../payment/words.ts'

/** What a message or a job is about, for a person who must decide what becomes of it. */
export type About = {
  title: string
  facts: { label: string; value: string }[]
  /** A path of the web app; null where there is no page for it. */
  href: string | null
}

type Stores = { mongo: Mongo; postgres: Postgres }

/** The payload of a message, where this version of Gavel can read it; null where it cannot. */
export const readPayload = (
  key: string,
  body: string,
): { [Key in RoutingKey]: { key: Key; payload: Payload<Key> } }[RoutingKey] | null => {
  if (!isRoutingKey(key)) return null
  try {
    const payload = payloads[key].parse(JSON.parse(body))
    return { key, payload } as ReturnType<typeof readPayload>
  } catch {
    return null
  }
}

/** Says what a parked message is about, by what the stores hold now. */
export const aboutMessage = async (stores: Stores, { key, body }: { key: string; body: string }): Promise<About> => {
  const message = readPayload(key, body)
  if (!message) return { title: 'A message that nobody can read', facts: [], href: null }
  switch (message.key) {
    case 'registration.submitted':
      return aboutRegistration(stores, message.payload.registrationId, message.payload.version)
    case 'auction.completed':
      return aboutEnd(stores, message.payload.auctionId, message.payload.version)
    default:
      return message satisfies never
  }
}

const aboutRegistration = async ({ mongo, postgres }: Stores, id: string, version: number): Promise<About> => {
  const registration = await registrationById(mongo, id)
  if (!registration)
    return { title: 'A registration that is gone', facts: [{ label: 'Registration', value: id }], href: null }
  const { details, userId, eventId, status } = registration
  const [event, names] = await Promise.all([eventById(mongo, eventId), namesOf(postgres, [userId])])
  const entrant = details.kind === 'player' ? details.name : details.team
  return {
    title: `Registration of ${entrant}`,
    facts: [
      { label: 'As', value: details.kind === 'player' ? `Player, ${details.role}` : 'Owner of a team' },
      { label: 'By', value: names.get(userId) ?? userId },
      { label: 'For', value: event?.name ?? 'an event that is gone' },
      { label: 'Stands now', value: status },
      { label: 'Version', value: `${version} was sent, ${registration.version} is stored` },
    ],
    href: deskOf(event),
  }
}

const aboutEnd = async ({ mongo }: Stores, auctionId: string, version: number): Promise<About> => {
  const auction = await auctionById(mongo, auctionId)
  const event = auction && (await eventById(mongo, auction.eventId))
  if (!auction || !event)
    return { title: 'The end of an auction that is gone', facts: [{ label: 'Auction', value: auctionId }], href: null }
  return {
    title: `End of the auction of ${event.name}`,
    facts: [
      { label: 'Entry', value: String(version) },
      {
        label: 'Squads',
        value: auction.handedOver === null ? 'not handed over yet' : `handed over as of entry ${auction.handedOver}`,
      },
    ],
    href: deskOf(event),
  }
}

const deskOf = (event: Event | null): string | null => event && `/admin/events/${encodeURIComponent(event.slug)}`

/** Says what a letter is about. @param id of its notification. */
export const aboutLetter = async ({ mongo, postgres }: Stores, id: string): Promise<About> => {
  const notification = await notificationById(mongo, id)
  if (!notification) return { title: 'A letter about something that is gone', facts: [], href: null }
  const account = await userById(postgres, notification.userId)
  return {
    title: notification.title,
    facts: [
      { label: 'To', value: account ? `${account.name}, ${account.email}` : 'an account that is gone' },
      { label: 'Says', value: notification.words },
      { label: 'Stands now', value: LETTERS[notification.letter] },
    ],
    href: notification.href,
  }
}

/** Says what an errand is about. The person's name is not said: an operator needs it as little as the link. */
export const aboutErrand = async ({ postgres }: Stores, id: string): Promise<About> => {
  const errand = await errandById(postgres, id)
  if (!errand) return { title: 'A letter about an account, which is done or forgotten', facts: [], href: null }
  return { title: ERRANDS[errand.kind], facts: [{ label: 'Of the kind', value: errand.kind }], href: null }
}

const ERRANDS: Readonly<Record<Errand['kind'], string>> = {
  register: 'The first letter to a new account',
  reset: 'A letter to choose another password',
  change: 'A letter to an account’s new address',
  confirm: 'A letter to confirm an address',
  news: 'A letter that tells of a change to an account',
}

const LETTERS: Readonly<Record<LetterStatus, string>> = {
  none: 'not wanted',
  due: 'waits for the queue',
  queued: 'in the queue',
  sent: 'sent',
  failed: 'given up',
}

/** Says what a payment is that could not be pursued. */
export const aboutPayment = async ({ mongo, postgres }: Stores, id: string): Promise<About> => {
  const payment = await paymentById(mongo, id)
  if (!payment) return { title: 'A payment that is gone', facts: [{ label: 'Payment', value: id }], href: null }
  const [event, names] = await Promise.all([eventById(mongo, payment.eventId), namesOf(postgres, [payment.payer])])
  return {
    title: event ? paidFor(event, payment.purpose) : 'A payment for an event that is gone',
    facts: [
      { label: 'By', value: names.get(payment.payer) ?? payment.payer },
      { label: 'Amount', value: moneyWords(payment.money) },
      { label: 'Stands now', value: payment.stage },
    ],
    href: `/payments/${id}`,
  }
}

/** Says what news of the provider's are about. */
export const aboutNews = async (stores: Stores, id: string): Promise<About> => {
  const news = await newsById(stores.mongo, id)
  const about = news?.payment ? await aboutPayment(stores, news.payment) : null
  return {
    title: about ? `News of ${about.title}` : 'News of the payment provider',
    facts: [{ label: 'Kind', value: news?.type ?? 'forgotten' }, ...(about?.facts ?? [])],
    href: about?.href ?? null,
  }
}

/** What each schedule does, for people. */
const TURNS: Readonly<Record<string, string>> = {
  outbox: 'Publishing what waits in outboxes',
  registrations: 'Giving free places to those who wait',
  profiles: 'Making profiles of new accounts',
  ends: 'Handing over squads that were forgotten',
  letters: 'Queueing letters',
  errands: 'Queueing letters about accounts',
  links: 'Forgetting links of old letters',
  sandboxes: 'Forgetting old sandboxes',
  money: 'Going on with payments',
  news: 'Fetching what the payment provider told',
  books: 'Comparing the books with the payment provider',
}

/** Says what a schedule's turn is about. */
export const aboutTurn = (name: string): About => ({
  title: TURNS[name] ?? `The schedule "${name}"`,
  facts: [{ label: 'Since then', value: 'The next turns did the same work.' }],
  href: null,
})
