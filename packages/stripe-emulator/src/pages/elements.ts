import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { TEST_CARDS } from '../core/cards.ts'
import { type Html, html, spaced } from './html.ts'

const read = (url: URL): string => readFileSync(url, 'utf8')
const STRIPE_SCRIPT = read(new URL('../browser/stripe.js', import.meta.url))
const CARD_SCRIPT = read(new URL('../browser/card.js', import.meta.url))

/** Colours and sizes are the page's, where it says some; these are the day's and the night's. Nothing has a ground but the fields. */
const STYLE = `
:root{color-scheme:light;--d-main:#4a3fd1;--d-ink:#1b1f27;--d-soft:#545b68;--d-card:#fff;--d-bad:#b3122c}
:root[data-theme=night]{--d-main:#a9a2ff;--d-ink:#eceff4;--d-soft:#a9b1bf;--d-card:#1b2029;--d-bad:#ff9aa8}
html{font:var(--size,16px)/1.5 var(--font,system-ui),sans-serif;color:var(--ink,var(--d-ink));background:transparent}
*{box-sizing:border-box}
body{margin:0;padding:4px}
form{display:grid;gap:12px}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:12px}
label{display:grid;gap:4px;font-weight:500;font-size:.9375em;align-content:start;min-width:0}
input{font:inherit;font-size:16px;font-variant-numeric:tabular-nums;width:100%;min-height:44px;padding:8px 12px;color:inherit;caret-color:currentcolor;
background:var(--card,var(--d-card));border:1px solid color-mix(in srgb,var(--ink,var(--d-ink)) 45%,transparent);border-radius:var(--radius,6px)}
::placeholder{color:var(--soft,var(--d-soft));opacity:1}
input:focus-visible{outline:2px solid var(--main,var(--d-main));outline-offset:1px}
input[aria-invalid=true]{border:2px solid var(--bad,var(--d-bad))}
.problem{color:var(--bad,var(--d-bad));font-size:.875em;font-weight:400}
p{margin:0;font-size:.875em;color:var(--soft,var(--d-soft))}
`
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

const field = (name: string, label: string, placeholder: string, more: Html): Html => html`<label>${label}
<input name="${name}" id="${name}" inputmode="numeric" required placeholder="${placeholder}" aria-describedby="${name}-problem"${more}>
<span class="problem" id="${name}-problem" hidden></span></label>`

const cardFrame = (parent: string): Html => html`<!doctype html>
<html lang="en" data-parent="${parent}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Card</title>
${{ html: `<style>${STYLE}</style>` }}<script src="/v3/card.js" defer></script></head>
<body><form name="card" novalidate aria-label="Card">
${field('number', 'Card number', '4242 4242 4242 4242', html` autocomplete="cc-number" list="cards" maxlength="23"`)}
<datalist id="cards">${TEST_CARDS.map(({ number, about }) => html`<option value="${spaced(number)}">${about}</option>`)}</datalist>
<div class="pair">
${field('expiry', 'Expiry', 'MM / YY', html` autocomplete="cc-exp" maxlength="7"`)}
${field('cvc', 'Security code', 'CVC', html` autocomplete="cc-csc" maxlength="4"`)}
</div>
<p>This stands in for Stripe on this machine: no money moves. Test cards are suggested as you type.</p></form></body></html>`

/** The origin that a frame is asked for by; null where that is none. */
const originIn = (text: string | undefined): string | null => {
  if (text === undefined || !URL.canParse(text)) return null
  const { protocol, origin } = new URL(text)
  return (protocol === 'https:' || protocol === 'http:') && origin === text ? origin : null
}

const KEPT = { 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' }

/** What a page of Gavel loads: any page may, as it may Stripe's. STRIPE-30. */
export const stripeScript = (): Response =>
  new Response(STRIPE_SCRIPT, {
    headers: {
      ...KEPT,
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
    },
  })

/** What the frame loads. */
export const cardScript = (): Response =>
  new Response(CARD_SCRIPT, { headers: { ...KEPT, 'content-type': 'text/javascript; charset=utf-8' } })

/** The fields of a card, for a frame in a page of that origin alone. They talk to this origin, and run nothing but their script. STRIPE-31. */
export const showCardFrame = (parent: string | undefined): Response => {
  const origin = originIn(parent)
  if (origin === null) return new Response('Which page is this for?', { status: 400, headers: KEPT })
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${origin}`,
  ]
  return new Response(cardFrame(origin).html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}
