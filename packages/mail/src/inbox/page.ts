import { escaped } from '../letter.ts'
import type { InboxLetter } from './letters.ts'

const STYLE = `
:root { color-scheme: light dark; --ink: #14201a; --muted: #55635b; --line: #d5ddd8; --page: #f5f7f5; --card: #fff; --accent: #b3124f }
@media (prefers-color-scheme: dark) { :root { --ink: #e9efeb; --muted: #9fada5; --line: #2c3831; --page: #0e1512; --card: #161f1a; --accent: #ff7aa8 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 ui-sans-serif, system-ui, 'Segoe UI', sans-serif }
main { max-width: 760px; margin: 0 auto; padding: 24px 16px 64px }
h1 { margin: 0 0 4px; font-size: 22px; line-height: 1.25; overflow-wrap: anywhere }
p { margin: 0 0 16px } .muted { color: var(--muted) } .small { font-size: 14px }
a { color: inherit; text-underline-offset: 3px } a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
ol { list-style: none; margin: 16px 0 0; padding: 0; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; background: var(--card) }
li + li { border-top: 1px solid var(--line) }
li a { display: block; padding: 12px 16px; text-decoration: none; overflow-wrap: anywhere } li a:hover { background: var(--page) }
li b { display: block } dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 12px; margin: 12px 0 20px; overflow-wrap: anywhere }
dt { color: var(--muted) } dd { margin: 0 }
iframe { width: 100%; height: 540px; border: 1px solid var(--line); border-radius: 8px; background: Canvas; color-scheme: light dark }
pre { margin: 0; padding: 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--card); white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.6 ui-monospace, monospace }
summary { cursor: pointer; margin: 20px 0 8px; font-weight: 600 } .back { display: inline-block; margin-bottom: 16px }
form { display: flex; gap: 8px; margin: 16px 0 0 } input, button { font: inherit; color: inherit; padding: 10px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--card); min-width: 0 }
input { flex: 1 } button { font-weight: 600; cursor: pointer }
`

const page = (title: string, body: string, refresh = false): string =>
  [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    refresh ? '<meta http-equiv="refresh" content="10">' : '',
    `<title>${escaped(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`,
  ].join('')

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })
const at = (ms: number): string => `<time datetime="${new Date(ms).toISOString()}">${moment.format(ms)}</time>`

/** The list of letters, the newest first; it looks for new ones every ten seconds. @param to the one reader whose letters are shown */
export const listPage = (letters: readonly InboxLetter[], to: string | undefined): string => {
  const rows = letters.map(
    ({ id, subject, to: readers, atMs }) =>
      `<li><a href="/letters/${id}"><b>${escaped(subject)}</b><span class="muted small">To ${escaped(readers.join(', '))} · ${at(atMs)}</span></a></li>`,
  )
  const none = to
    ? `<p class="muted">No letter to ${escaped(to)} yet. This page looks again every ten seconds.</p>`
    : '<p class="muted">No letter yet: make an account, or ask for another password. This page looks again every ten seconds.</p>'
  return page(
    'Letters of this Gavel',
    [
      '<h1>Letters of this Gavel</h1>',
      '<p class="muted">Everything that Gavel writes on this machine ends here: nothing leaves it.</p>',
      '<form action="/" method="get" role="search">',
      `<input name="to" type="search" placeholder="To this address" aria-label="To this address" value="${escaped(to ?? '')}">`,
      '<button>Show</button></form>',
      rows.length > 0 ? `<ol>${rows.join('')}</ol>` : `<div>${none}</div>`,
    ].join(''),
    true,
  )
}

/** One letter: who, what, the HTML part in a frame that can do nothing but open links, and the text. */
export const letterPage = ({ id, subject, from, to, atMs, text, html }: InboxLetter): string =>
  page(
    subject,
    [
      '<a class="back" href="/">All letters</a>',
      `<h1>${escaped(subject)}</h1>`,
      `<dl><dt>From</dt><dd>${escaped(from)}</dd><dt>To</dt><dd>${escaped(to.join(', '))}</dd><dt>Sent</dt><dd>${at(atMs)}</dd></dl>`,
      html === null
        ? `<pre>${linked(text)}</pre>`
        : [
            `<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/letters/${id}/html" title="The letter"></iframe>`,
            `<details><summary>As plain text</summary><pre>${linked(text)}</pre></details>`,
          ].join(''),
    ].join(''),
  )

export const missingPage = (): string =>
  page(
    'No such letter',
    '<a class="back" href="/">All letters</a><h1>No such letter</h1><p class="muted">It may have been thrown away: the newest 500 are kept.</p>',
  )

/** A text with its addresses as links. */
const linked = (text: string): string =>
  escaped(text).replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}" rel="noreferrer">${url}</a>`)
