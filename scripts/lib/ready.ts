import { renderUnicodeCompact } from 'uqr'
import type { AppEnvironment } from './environment.ts'
import type { Reach } from './reach.ts'
import { bold, dim, onPaper, say, yellow } from './say.ts'

const demoLogins = ['admin', 'organiser', 'auctioneer', 'owner1', 'owner2', 'player1', 'scorer', 'fan']

/** A QR code of half-height blocks, light ones drawn: it scans from a dark terminal, and from any that takes colours. */
const sayQrCode = (text: string): void => {
  for (const line of renderUnicodeCompact(text, { border: 2 }).split('\n')) say(`  ${onPaper(line)}`)
}

/** What to know before a hall of people comes in. */
const sayLan = (webUrl: string, port: string, { host, others }: NonNullable<Reach['lan']>): void => {
  say('Phones on the same network open the address below, or scan:')
  say()
  sayQrCode(webUrl)
  say()
  if (others.length > 0) {
    const words = others.map(({ address, device }) => `${address} (${device})`).join(', ')
    say(`This machine has more addresses: ${words}. Gavel took ${host}; another one is \`--lan=ADDRESS\`.`)
  }
  say(dim('What travels over this network is not encrypted: use one whose password only your people know.'))
  const asked = new URL(webUrl).port || '80'
  if (asked === port) say(`On this machine http://localhost:${port} works too.`)
  else say(yellow(`Gavel itself listens on port ${port}: something has to pass port ${asked} on to it.`))
}

/** The last words of a start: who may sign in, and where. */
export const sayReady = (environment: AppEnvironment, { lan }: Reach): void => {
  const { WEB_URL, PORT = '', DEMO_PASSWORD, INBOX_URL, STRIPE_ADDRESS } = environment
  say()
  const whose = lan && !process.env.DEMO_PASSWORD ? ", which is this installation's own" : ''
  say(`Demo logins of a fictional league, all with the password ${bold(DEMO_PASSWORD)}${whose}:`)
  for (const login of demoLogins) say(`  ${login}@gavel.test`)
  say()
  if (INBOX_URL) say(`Letters that Gavel writes are read at ${bold(INBOX_URL)}; none leaves this machine.`)
  if (STRIPE_ADDRESS)
    say(`Fees are paid with test cards at a Stripe that stands in at ${bold(STRIPE_ADDRESS)}; no money moves.`)
  if (lan) sayLan(WEB_URL, PORT, lan)
  say(bold(`Gavel is ready at ${WEB_URL}`))
}
