/** What a letter says. Plain words throughout: nothing in it is read as markup. */
export type Letter = {
  title: string
  /** Paragraphs. */
  words: readonly string[]
  /** The one thing to do next. `url` is absolute. */
  action: { words: string; url: string }
  /** Why the reader gets it, and where to say otherwise. `url` is absolute. */
  foot: { words: string; linkWords: string; url: string }
}

/** The letter for a reader of plain text. */
export const textOf = ({ title, words, action, foot }: Letter): string =>
  [title, ...words, `${action.words}: ${action.url}`, '-- ', `${foot.words} ${foot.linkWords}: ${foot.url}`].join(
    '\n\n',
  )

/** The same for a reader of HTML: inline styles alone, since mail programs drop the rest, and both themes left to the reader's program. */
export const htmlOf = ({ title, words, action, foot }: Letter): string => {
  const paragraphs = words.map((line) => `<p style="margin:0 0 16px">${escaped(line)}</p>`).join('')
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<meta name="color-scheme" content="light dark"><title>${escaped(title)}</title></head>`,
    '<body style="margin:0;padding:24px 16px;font:16px/1.5 ui-sans-serif,system-ui,Segoe UI,sans-serif">',
    '<div style="max-width:560px;margin:0 auto">',
    '<p style="margin:0 0 24px;font-weight:700">Gavel</p>',
    `<h1 style="margin:0 0 16px;font-size:22px;line-height:1.25">${escaped(title)}</h1>`,
    paragraphs,
    `<p style="margin:24px 0 32px"><a href="${escaped(action.url)}" style="display:inline-block;padding:12px 20px;`,
    `border-radius:6px;background:#b3124f;color:#fff;font-weight:600;text-decoration:none">${escaped(action.words)}</a></p>`,
    '<p style="margin:0;padding-top:16px;border-top:1px solid #8a958f;font-size:14px">',
    `${escaped(foot.words)} <a href="${escaped(foot.url)}" style="color:inherit">${escaped(foot.linkWords)}</a></p>`,
    '</div></body></html>',
  ].join('')
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
