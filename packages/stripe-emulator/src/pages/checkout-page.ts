import { TEST_ACCOUNTS, TEST_CARDS } from '../core/cards.ts'
import { written } from '../core/money.ts'
import type { StripeError } from '../core/problem.ts'
import type { Session } from '../core/world.ts'
import { type Html, html, page, spaced } from './html.ts'

/** What somebody typed that is shown again: never the card. */
export type Typed = { email: string; name: string }

const hostOf = (url: string): string => new URL(url).host

const summary = (session: Session): Html => html`<section aria-labelledby="what">
<h1 id="what">Pay Gavel</h1>
<p class="total">${written(session.amount, session.currency)}</p>
<ul class="items">${session.items.map(
  ({ description, quantity, amount }) =>
    html`<li><span>${description}${quantity > 1 && html`<small>Quantity ${quantity}</small>`}</span><span>${written(amount, session.currency)}</span></li>`,
)}</ul>
${session.cancelUrl !== null && html`<p><a href="${session.cancelUrl}">Back to ${hostOf(session.cancelUrl)}, without paying</a></p>`}
</section>`

/** Which field an error is about, by Stripe's codes. */
const FIELDS: Readonly<Record<string, 'number' | 'expiry' | 'cvc' | 'account'>> = {
  incorrect_number: 'number',
  card_declined: 'number',
  invalid_expiry_month: 'expiry',
  invalid_expiry_year: 'expiry',
  expired_card: 'expiry',
  invalid_cvc: 'cvc',
  incorrect_cvc: 'cvc',
  account_number_invalid: 'account',
}

/** What a field says of itself: that it is wrong, where it is. The first wrong one has the focus. */
const marked = (name: string, error: StripeError | null): Html | null =>
  error && FIELDS[error.code ?? ''] === name ? html` aria-invalid="true" aria-describedby="problem" autofocus` : null

const payer = ({ email, name }: Typed, label: string): Html => html`<label>E-mail
<input name="email" type="email" required autocomplete="email" value="${email}"></label>
<label>${label}<input name="name" required autocomplete="name" value="${name}"></label>`

const cardForm = (session: Session, typed: Typed, error: StripeError | null): Html => html`<form method="post">
<input type="hidden" name="method" value="card">
${payer(typed, 'Name on card')}
<label>Card number
<input name="number" inputmode="numeric" autocomplete="off" required placeholder="4242 4242 4242 4242" list="cards" maxlength="23"${marked('number', error)}></label>
<datalist id="cards">${TEST_CARDS.map(({ number, about }) => html`<option value="${spaced(number)}">${about}</option>`)}</datalist>
<div class="pair">
<label>Expiry<input name="expiry" inputmode="numeric" autocomplete="off" required placeholder="MM / YY" maxlength="7"${marked('expiry', error)}></label>
<label>Security code<input name="cvc" inputmode="numeric" autocomplete="off" required placeholder="CVC" maxlength="4"${marked('cvc', error)}></label>
</div>
<button class="main">Pay ${written(session.amount, session.currency)}</button>
</form>`

const debitForm = (
  session: Session,
  typed: Typed,
  error: StripeError | null,
): Html => html`<details${FIELDS[error?.code ?? ''] === 'account' && html` open`}>
<summary>Pay by bank debit</summary>
<p class="soft">A bank debit takes a while: the page goes on at once, and the money comes, or does not, later.</p>
<form method="post"><input type="hidden" name="method" value="debit">
${payer(typed, 'Name on account')}
<label>Account<select name="account">${TEST_ACCOUNTS.map(({ number, about }) => html`<option value="${number}">${about}: ${number}</option>`)}</select></label>
<button>Pay ${written(session.amount, session.currency)} by bank debit</button>
</form></details>`

const testCards = html`<details><summary>Test cards</summary>
<p class="soft">Any expiry to come, and any security code.</p>
<table><tbody>${TEST_CARDS.map(({ number, about }) => html`<tr><td>${spaced(number)}</td><td>${about}</td></tr>`)}</tbody></table></details>`

/** Where a session is paid. `error` is what came of the last try. STRIPE-18. */
export const payPage = (session: Session, typed: Typed, error: StripeError | null): Response =>
  page(
    `${error ? 'Not paid: ' : ''}Pay ${written(session.amount, session.currency)}`,
    html`${summary(session)}<section class="card" aria-labelledby="how"><h2 id="how">Pay by card</h2>
${error && html`<p class="bad" id="problem" role="alert">${error.message}</p>`}
${cardForm(session, typed, error)}
${session.methodTypes.some((type) => type !== 'card') && debitForm(session, typed, error)}
${testCards}</section>`,
    { leadsTo: [session.successUrl, session.cancelUrl], wide: true },
  )

/** Where a paid session leads. */
export const successUrl = (session: Session): string =>
  session.successUrl.replaceAll('{CHECKOUT_SESSION_ID}', session.id)

/** For whoever comes back to a session that was paid. */
export const donePage = (session: Session): Response =>
  page(
    'Paid already',
    html`<section class="card"><h1>This was paid already</h1>
<p>${written(session.amount, session.currency)}. Nothing more is taken.</p>
<a class="button main" href="${successUrl(session)}">Go on</a></section>`,
  )

/** For whoever comes too late. */
export const expiredPage = (session: Session): Response =>
  page(
    'Too late',
    html`<section class="card"><h1>This page has expired</h1><p>Nothing was taken. Go back and begin again there.</p>
${session.cancelUrl !== null && html`<a class="button main" href="${session.cancelUrl}">Back to ${hostOf(session.cancelUrl)}</a>`}</section>`,
  )

/** For an address that leads nowhere. */
export const nowherePage = (): Response =>
  page(
    'Not here',
    html`<section class="card"><h1>There is no such page</h1><p>Go back and begin again there.</p></section>`,
    { status: 404 },
  )
