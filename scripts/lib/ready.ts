import { demoPassword } from './environment.ts'
import { bold, say } from './say.ts'

const demoLogins = ['admin', 'organiser', 'auctioneer', 'owner1', 'owner2', 'player1', 'scorer', 'fan']

/** The last words of a start: who may sign in, and where. */
export const sayReady = (port: number): void => {
  say()
  say(`Demo logins of a fictional league, all with the password ${bold(demoPassword)}:`)
  for (const login of demoLogins) say(`  ${login}@gavel.test`)
  say()
  say(bold(`Gavel is ready at http://localhost:${port}`))
}
