import { written } from '../core/money.ts'
import type { Intent } from '../core/world.ts'
import { html, page } from './html.ts'

/** The bank asks whether it is really its customer (3-D Secure). */
export const bankPage = (intent: Intent, leadsTo: (string | null)[]): Response =>
  page(
    'Your bank asks',
    html`<section class="card"><h1>Your bank asks: is it you?</h1>
<p>Gavel takes <strong>${written(intent.amount, intent.currency)}</strong> from your card.</p>
<form method="post"><input type="hidden" name="client_secret" value="${intent.secret}">
<button class="main" name="answer" value="yes">Confirm the payment</button>
<button name="answer" value="no">It is not me</button></form></section>`,
    { leadsTo },
  )

/** For a question that was answered where nothing is to go on to. */
export const answeredPage = (): Response =>
  page('Answered', html`<section class="card"><h1>Your bank knows</h1><p>You can close this window.</p></section>`)
