import { LAKH } from '@gavel/auction'
import { categoriesOf } from '@gavel/player-list'
import type { PoolPlayer } from '../pool/add-players.ts'
import type { DemoEmail } from './demo-people.ts'
import { DEMO_PLAYERS, type DemoPlayer } from './demo-players.ts'

/** The demo league's teams, in the order of their owners. All of them are invented. */
export const DEMO_TEAMS: readonly { name: string; short: string; colour: string; owner: DemoEmail }[] = [
  { name: 'Harbour Kingfishers', short: 'HK', colour: '#0e7490', owner: 'owner1@gavel.test' },
  { name: 'Saffron Comets', short: 'SC', colour: '#ea580c', owner: 'owner2@gavel.test' },
  { name: 'Old Fort Lancers', short: 'OFL', colour: '#b91c1c', owner: 'owner3@gavel.test' },
  { name: 'Backwater Herons', short: 'BWH', colour: '#15803d', owner: 'owner4@gavel.test' },
  { name: 'Snowline Yaks', short: 'SY', colour: '#4338ca', owner: 'owner5@gavel.test' },
  { name: 'Lantern Street Nightjars', short: 'LSN', colour: '#7e22ce', owner: 'owner6@gavel.test' },
]

/** The players as the auction's pool wants them: ids that stay the same, so that seeding twice adds nobody. */
export const demoPool = (): PoolPlayer[] => DEMO_PLAYERS.map((player, index) => poolPlayer(player, index + 1))

const poolPlayer = (
  [name, country, role, set, age, caps, baseLakh, [matches, runs, strikeRate, wickets, economy]]: DemoPlayer,
  number: number,
): PoolPlayer => ({
  playerId: `demo-player-${String(number).padStart(2, '0')}`,
  name,
  country,
  role,
  set,
  base: baseLakh * LAKH,
  age,
  caps,
  photoUrl: null,
  userId: null,
  formerTeam: null,
  categories: categoriesOf({ capped: (caps ?? 0) > 0, role, age }),
  overseas: country === '' ? null : country !== 'India',
  stats: {
    Matches: String(matches),
    Runs: String(runs),
    'Strike rate': strikeRate.toFixed(1),
    ...(wickets > 0 ? { Wickets: String(wickets), Economy: economy.toFixed(2) } : {}),
  },
})
