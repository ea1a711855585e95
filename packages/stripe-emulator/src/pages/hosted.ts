import { answerBank, paySession } from '../core/checkout.ts'
import type { Desk } from '../core/desk.ts'
import { newAccount, newCard } from '../core/methods.ts'
import type { StripeError } from '../core/problem.ts'
import { type Outcome, Refusal } from '../core/problem.ts'
import type { Intent, Method, Session } from '../core/world.ts'
import { answeredPage, bankPage } from './bank-page.ts'
import { donePage, expiredPage, nowherePage, payPage, successUrl, type Typed } from './checkout-page.ts'
import { goTo } from './html.ts'

const CENTURY = 2_000

/** `MM / YY`, as people type it. What is none gives numbers that are none. */
const expiryIn = (text: string): { expMonth: number; expYear: number } => {
  const [, month, year] = /^\s*(\d{1,2})\s*\/?\s*(\d{2}|\d{4})\s*$/.exec(text) ?? []
  const years = Number(year)
  return { expMonth: Number(month), expYear: years < CENTURY ? CENTURY + years : years }
}

const methodIn = (desk: Desk, session: Session, form: URLSearchParams): Outcome<Method> => {
  const holder = { email: form.get('email') || null, name: form.get('name') || null }
  const debit = session.methodTypes.find((type) => type !== 'card')
  if (form.get('method') === 'debit' && debit !== undefined)
    return newAccount(desk, { number: form.get('account') ?? '', type: debit }, holder)
  const number = (form.get('number') ?? '').replaceAll(/[\s-]/g, '')
  return newCard(desk, { number, ...expiryIn(form.get('expiry') ?? ''), cvc: form.get('cvc') ?? '' }, holder)
}

const intentOf = ({ world }: Desk, session: Session): Intent | undefined =>
  session.intent === null ? undefined : world.intents.get(session.intent)

const bankUrl = ({ baseUrl }: Desk, intent: Intent): string =>
  `${baseUrl}/bank/${intent.id}?client_secret=${intent.secret}`

/** What went wrong at the last try, where it waits for another one. */
const lastError = (desk: Desk, session: Session): StripeError | null => {
  const intent = intentOf(desk, session)
  return intent?.state.status === 'requires_payment_method' ? intent.lastError : null
}

const typedBefore = ({ payer, customerEmail }: Session): Typed => ({
  email: payer?.email ?? customerEmail ?? '',
  name: payer?.name ?? '',
})

/** The page of a session. STRIPE-18. */
export const showSession = (desk: Desk, id: string): Response => {
  const session = desk.world.sessions.get(id)
  if (!session) return nowherePage()
  switch (session.state.status) {
    case 'open':
      return payPage(session, typedBefore(session), lastError(desk, session))
    case 'complete':
      return donePage(session)
    case 'expired':
      return expiredPage(session)
    default:
      return session.state satisfies never
  }
}

/** Somebody presses Pay. A second press finds the session paid, and leads on like the first. STRIPE-17. */
export const submitSession = (desk: Desk, id: string, form: URLSearchParams): Response => {
  const session = desk.world.sessions.get(id)
  if (!session) return nowherePage()
  if (session.state.status === 'complete') return goTo(successUrl(session))
  if (session.state.status === 'expired') return expiredPage(session)
  const typed = { email: form.get('email') ?? '', name: form.get('name') ?? '' }
  const method = methodIn(desk, session, form)
  if (method instanceof Refusal) return payPage(session, typed, method.error)
  const paid = paySession(desk, session, method)
  if (paid instanceof Refusal) return payPage(desk.world.sessions.need(id), typed, paid.error)
  const intent = intentOf(desk, paid)
  return intent?.state.status === 'requires_action' ? goTo(bankUrl(desk, intent)) : goTo(successUrl(paid))
}

const intentFor = (desk: Desk, id: string, secret: string | null): Intent | null => {
  const intent = desk.world.intents.get(id)
  return intent && intent.secret === secret ? intent : null
}

/** Where an answered question leads: on, or back to try again. */
const afterBank = (desk: Desk, intent: Intent): Response => {
  const session = intent.session === null ? undefined : desk.world.sessions.get(intent.session)
  if (session)
    return goTo(session.state.status === 'complete' ? successUrl(session) : `${desk.baseUrl}/c/pay/${session.id}`)
  if (intent.returnUrl === null) return answeredPage()
  const url = new URL(intent.returnUrl)
  url.searchParams.set('payment_intent', intent.id)
  url.searchParams.set('payment_intent_client_secret', intent.secret)
  url.searchParams.set('redirect_status', intent.state.status === 'succeeded' ? 'succeeded' : 'failed')
  return goTo(url.href)
}

/** The bank's question, for whoever has the secret of the payment. */
export const showBank = (desk: Desk, id: string, secret: string | null): Response => {
  const intent = intentFor(desk, id, secret)
  if (!intent) return nowherePage()
  if (intent.state.status !== 'requires_action') return afterBank(desk, intent)
  const session = intent.session === null ? undefined : desk.world.sessions.get(intent.session)
  return bankPage(intent, [session?.successUrl ?? null, intent.returnUrl])
}

/** The answer to it. */
export const answerQuestion = (desk: Desk, id: string, form: URLSearchParams): Response => {
  const intent = intentFor(desk, id, form.get('client_secret'))
  if (!intent) return nowherePage()
  return afterBank(desk, answerBank(desk, intent, form.get('answer') === 'yes'))
}
