import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { ask, call, makeEvent } from './calls.ts'

const HOME = ['Arjun Sallow', 'Bertram Okafor', 'Caspian Yadav', 'Dev Hallam', 'Eshan Brook']
const AWAY = ['Farhan Mistry', 'Gopal Venn', 'Hari Lindqvist', 'Ishaan Reyes', 'Jatin Moreau']

/** Eight a side, for sports of six or seven and a bench. */
export const EIGHTS = {
  home: ['Asha Rao', 'Bela Novak', 'Chitra Menon', 'Dora Lind', 'Esha Pillai', 'Farida Khan', 'Gita Bose', 'Hema Iyer'],
  away: ['Ines Moreau', 'Jaya Nair', 'Kavya Reddy', 'Lena Ström', 'Mira Das', 'Nora Quist', 'Oviya Raja', 'Priya Shah'],
} as const

export type MadeMatch = { matchId: string; slug: string }

type BySide<T> = Record<'home' | 'away', T>

type Wanted = {
  sport?: string
  format?: string
  rules?: object
  scorers: string[]
  setup?: object
  /** Who may play, where it is not the ten of cricket. */
  people?: BySide<readonly string[]>
}

/** A match that is arranged: nobody is chosen, and it is not begun. `page`: an administrator's. */
export async function arrangeMatch(page: Page, wanted: Wanted): Promise<MadeMatch & { teams: BySide<string> }> {
  const { sport = 'cricket', format = 'community', rules = {}, scorers, people = { home: HOME, away: AWAY } } = wanted
  const slug = `ground-${randomBytes(4).toString('hex')}`
  await makeEvent(page, { slug, name: `Ground ${slug}`, publish: true })
  for (const email of scorers) await call(page, 'event.addStaff', { slug, role: 'scorer', email })
  const { matchId } = await call<{ matchId: string }>(page, 'match.create', {
    ...{ slug, sport, format, rules },
    home: { name: 'River Otters', short: 'RO', colour: '#1b6ca8' },
    away: { name: 'Hill Foxes', short: 'HF', colour: '#b5532a' },
  })
  const { match } = await ask<{ match: { sides: BySide<{ team: string }> } }>(page, 'match.byId', { matchId })
  const named = (of: 'home' | 'away') => people[of].map((name, n) => ({ id: `${of}-${n + 1}`, name, side: of }))
  await call(page, 'match.update', { matchId, people: [...named('home'), ...named('away')] })
  return { matchId, slug, teams: { home: match.sides.home.team, away: match.sides.away.team } }
}

/** A match that is begun, with both line-ups. `page`: an administrator's. */
export async function makeMatch(page: Page, wanted: Wanted): Promise<MadeMatch> {
  const { matchId, slug, teams } = await arrangeMatch(page, wanted)
  const { sport = 'cricket', setup = {}, people = { home: HOME, away: AWAY } } = wanted
  const side = (of: 'home' | 'away') => ({
    team: teams[of],
    players: people[of].map((_, n) => `${of}-${n + 1}`),
    ...(sport === 'cricket' && { keeper: `${of}-5` }),
  })
  const toss = sport === 'cricket' ? { toss: { winner: 'home', chose: 'bat' } } : {}
  await call(page, 'match.update', {
    matchId,
    setup: { sides: { home: side('home'), away: side('away') }, ...toss, ...setup },
  })
  await call(page, 'match.start', { matchId })
  return { matchId, slug }
}

/** A scorer's pad as a person uses it. */
export function padOf(page: Page) {
  const keys = page.getByRole('region', { name: 'Keys' })
  const key = (name: string | RegExp, exact = true) => keys.getByRole('button', { name, exact })
  return {
    page,
    keys,
    score: page.getByRole('region', { name: 'Score', exact: true }),
    over: page.getByRole('list', { name: 'This over' }).getByRole('listitem'),
    entries: page.getByRole('region', { name: 'Entries' }).getByRole('listitem'),
    key,
    tap: (name: string | RegExp, exact = true) => key(name, exact).click(),
    /** Waits until everything that was scored is in the log. */
    sent: () => expect(page.locator('[data-waiting]')).toHaveAttribute('data-waiting', '0'),
    async keep() {
      await page.getByRole('button', { name: /Keep the score here|Take over from/ }).click()
      await expect(page.getByRole('button', { name: /Keep the score here|Take over from/ })).toHaveCount(0)
    },
    /** From nothing to the first ball: Otters bat, Sallow faces, Mistry bowls. */
    async start() {
      await this.tap('Start the innings')
      const form = page.getByRole('dialog', { name: 'Start an innings' })
      await form.getByText('River Otters').click()
      await form.getByRole('button', { name: 'Write it' }).click()
      await this.tap('Arjun Sallow')
      await this.tap('Bertram Okafor')
      await this.tap('Farhan Mistry')
      await expect(key('Wide')).toBeVisible()
    },
  }
}
