/** Somebody whom this Google knows. */
export type Person = { sub: string; email: string; name: string; verified: boolean }
/** What Gavel asks for: whose sign-in, and where the answer goes. */
export type Question = { clientId: string; redirectUri: string; state: string; nonce: string; challenge: string }

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPED[character] ?? character)

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{max-width:26rem;margin:3rem auto;padding:0 1rem;display:grid;gap:1rem}
h1{font-size:1.25rem;margin:0}p{margin:0;opacity:.8}form{display:grid;gap:.5rem;margin:0}
label{display:grid;gap:.25rem}label.row{display:flex;gap:.5rem;align-items:center}
input,select,button{font:inherit;padding:.6rem .75rem;border:1px solid #8888;border-radius:.5rem;background:transparent;color:inherit}
button{cursor:pointer;text-align:left}button.main{font-weight:600;text-align:center}
section{display:grid;gap:.5rem;border-top:1px solid #8884;padding-top:1rem}
small{display:block;opacity:.75}
</style></head><body>${body}</body></html>`

const hidden = ({ clientId, redirectUri, state, nonce, challenge }: Question): string =>
  Object.entries({
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
    nonce,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`)
    .join('')

const form = (question: Question, label: string, inner: string): string =>
  `<form method="post" action="/o/oauth2/v2/auth/choose" aria-label="${label}">${hidden(question)}${inner}</form>`

/** Where somebody says who is to be signed in. */
export const chooser = (question: Question, people: readonly Person[]): string =>
  page(
    'Sign in to Google',
    `<h1>Choose an account for Gavel</h1>
<p>This stands in for Google on this machine: it believes whatever you say. Set GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET for the real one.</p>
${people
  .map(({ email, name }) =>
    form(
      question,
      escaped(email),
      `<input type="hidden" name="email" value="${escaped(email)}"><button>${escaped(name)}<small>${escaped(email)}</small></button>`,
    ),
  )
  .join('')}
<section>${form(
      question,
      'Another account',
      `<label>E-mail<input name="email" type="email" required autocomplete="off"></label>
<label>Name<input name="name" autocomplete="off"></label>
<label class="row"><input type="checkbox" name="verified" checked>Google has verified the address</label>
<label>A mistake on purpose<select name="mistake"><option value="">None</option><option value="nonce">Answer with another nonce</option></select></label>
<button class="main">Go on</button>`,
    )}</section>
<section>${form(question, 'Cancel', '<button class="main" name="choice" value="deny">Cancel</button>')}</section>`,
  )

/** For a question that is not Gavel's. */
export const problem = (): string =>
  page('Not here', '<h1>This is not a question that Gavel asks</h1><p>Go back and begin again there.</p>')
