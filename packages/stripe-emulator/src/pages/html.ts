import { createHash } from 'node:crypto'

/** Text that is HTML already. */
export type Html = { readonly html: string }

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPED[character] ?? character)

type Part = Html | string | number | null | false | readonly Part[]

const told = (part: Part): string => {
  if (part === null || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'html' in part ? part.html : part.map(told).join('')
}

/** HTML in which everything that is put in is text, unless it is HTML already. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings.map((text, i) => text + told(parts[i] ?? null)).join(''),
})

/** A card's number as people read it: `4242 4242 4242 4242`. */
export const spaced = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ')

const STYLE = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif;--ink:light-dark(#1b1f27,#eceff4);--soft:light-dark(#545b68,#a9b1bf);--line:light-dark(#8a92a0,#6b7484);
--ground:light-dark(#f4f5f8,#12151b);--card:light-dark(#fff,#1b2029);--main:light-dark(#4a3fd1,#a9a2ff);--on-main:light-dark(#fff,#14112e);--bad:light-dark(#b3122c,#ff9aa8);--note:light-dark(#fff4d6,#3a3014)}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:var(--ground);color:var(--ink)}
.test{margin:0;padding:.5rem 1rem;background:var(--note);text-align:center;font-size:.875rem}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 3rem;display:grid;gap:1.5rem}
@media(min-width:48rem){main.two{grid-template-columns:1fr 1fr;gap:3rem;padding-top:4rem}}
main.one{max-width:30rem}
h1,h2{font-size:1.125rem;margin:0}
.total{font-size:2.25rem;font-weight:700;margin:0;line-height:1.2;overflow-wrap:anywhere}
.items{list-style:none;margin:1rem 0 0;padding:0;display:grid;gap:.75rem}
.items li{display:flex;gap:1rem;justify-content:space-between}.items span:first-child{overflow-wrap:anywhere;min-width:0}
small,.soft{color:var(--soft);font-size:.875rem;display:block}
.card{background:var(--card);border-radius:.75rem;padding:1.25rem;display:grid;gap:1rem;align-content:start;border:1px solid light-dark(#0001,#fff1)}
form{display:grid;gap:1rem;margin:0}.pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
label{display:grid;gap:.25rem;font-weight:500;font-size:.9375rem;min-width:0}
input,select{font:inherit;width:100%;min-height:2.75rem;padding:.5rem .75rem;border:1px solid var(--line);border-radius:.5rem;background:var(--card);color:inherit}
::placeholder{color:var(--soft);opacity:1}
input[aria-invalid=true]{border-color:var(--bad);border-width:2px}
button,.button{font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1rem;border-radius:.5rem;border:1px solid var(--line);background:transparent;color:inherit;cursor:pointer;text-align:center;text-decoration:none;display:block}
button.main,.button.main{background:var(--main);color:var(--on-main);border-color:var(--main)}
:focus-visible{outline:3px solid var(--main);outline-offset:2px}
.bad{color:var(--bad);margin:0;font-weight:500}
a{color:var(--main)}
details>summary{cursor:pointer;font-weight:500;min-height:2rem}details>*+*{margin-top:.75rem}
table{border-collapse:collapse;width:100%;font-size:.875rem}td,th{text-align:left;padding:.25rem .5rem .25rem 0;vertical-align:top;font-weight:400}td:first-child{white-space:nowrap;font-variant-numeric:tabular-nums}
`
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** What a page may do: nothing but its own style, and forms to itself and to where it leads back. STRIPE-19. */
const policy = (leadsTo: readonly (string | null)[]): string => {
  const origins = leadsTo.flatMap((url) => (url === null ? [] : new URL(url).origin))
  const forms = [...new Set(["'self'", ...origins])].join(' ')
  return `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action ${forms}; base-uri 'none'; frame-ancestors 'none'`
}

/** One page. `leadsTo` are the addresses of others that its forms may end at. */
export const page = (
  title: string,
  body: Html,
  { status = 200, leadsTo = [], wide = false }: { status?: number; leadsTo?: (string | null)[]; wide?: boolean } = {},
): Response => {
  const { html: text } = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title>${{ html: `<style>${STYLE}</style>` }}</head>
<body><header class="test">This stands in for Stripe on this machine: <strong>no money moves</strong>.</header>
<main class="${wide ? 'two' : 'one'}">${body}</main></body></html>`
  return new Response(text, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy(leadsTo),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** To another address, by GET. */
export const goTo = (url: string): Response =>
  new Response(null, { status: 303, headers: { location: url, 'cache-control': 'no-store' } })
