import { LAKH, ruleSet } from '@gavel/auction'
import { simulate } from '@gavel/bots'
import { readPlayerList } from '@gavel/player-list'
import { describe, expect, test } from 'vitest'
import { castFromList } from './cast.ts'
import { simulationReport } from './report.ts'

const rules = ruleSet('ipl-2025')
if (!rules) throw new Error('no rules')

const ROWS = Array.from({ length: 60 }, (_, n) =>
  [
    `Player ${'ABCDEFGHIJ'[Math.floor(n / 10)]}${'KLMNOPQRST'[n % 10]}`,
    n % 4 === 0 ? 'England' : 'India',
    n % 5 === 0 ? 'WICKETKEEPER' : 'BATTER',
    n % 3 === 0 ? 'Owls' : n % 3 === 1 ? 'Hawks' : '',
    n % 2 === 0 ? 'Capped' : 'Uncapped',
    30 + (n % 3) * 10,
  ].join(','),
)
const CSV = ['Name,Country,Specialism,2024_Team,C/U/A,Price (lakh)', ...ROWS].join('\n')
const list = readPlayerList(Buffer.from(CSV), { rules })

describe('auction simulate', () => {
  test('SIM-4 takes players with base, set, categories and last season’s team from the list, and that season’s teams', () => {
    const { players, teams } = castFromList(list, rules, 3)
    expect(teams).toEqual(['Hawks', 'Owls', 'Team 3'])
    expect(players[0]).toEqual({
      ...{ player: 'L2', base: 30 * LAKH, set: 'Wicket-keeper', overseas: true },
      ...{ categories: ['keeper'], formerTeam: 'Owls' },
    })
    expect(players[2]).toMatchObject({ set: 'Batter', formerTeam: null })
  })

  test('SIM-4 reports what a rehearsal reports, and every squad with its four amounts', () => {
    const cast = castFromList(list, rules, 2)
    const small = { ...rules, squad: { min: 6, max: 9 } }
    const teams = cast.teams.map((team) => ({ team }))
    const simulated = simulate({ rules: small, players: cast.players, teams, seed: '7' })
    const report = simulationReport(simulated, cast)
    expect(report).toMatchObject({ auctionId: 'simulation-7', entries: simulated.state.seq, refused: 0, notCalled: 0 })
    expect(report.sold + report.unsold).toBe(60)
    for (const { team, players, spent, purseLeft } of report.teams) {
      const squad = report.squads.find((one) => one.team === team)?.players ?? []
      expect(squad).toHaveLength(players)
      expect(squad.reduce((sum, { debit }) => sum + debit, 0)).toBeCloseTo(spent)
      expect(spent + purseLeft).toBe(small.purse / LAKH)
    }
    expect(report.squads[0]?.players[0]).toMatchObject({ via: expect.any(String), levy: 0, name: expect.any(String) })
  })

  test('SIM-4 a number of teams that no auction has is refused in a sentence', () => {
    expect(() => castFromList(list, rules, 1)).toThrow('An auction has 2 to 32 teams.')
  })
})
