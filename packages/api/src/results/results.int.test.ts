import { GUEST } from '@gavel/auth'
import { readPlayerList } from '@gavel/player-list'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../context.ts'
import { anEvent, type Given, given } from '../given.ts'
import { exportFile } from './export.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const LIST =
  'Name,Country,Role,Set,Base Price\nAda One,India,Bowler,M1,30 lakh\n"Bea ""B"" Two",Nepal,Batter,M1,50 lakh\nCia Three,India,Batter,M2,1 crore\nDee Four,,Bowler,M2,2 crore\n'

/** Two teams and four players: one retained, one sold from the floor, one unsold, one never called; then the end. */
const aNight = async () => {
  const person = await g.person({ creator: true })
  const { api } = person
  const { auctionId, slug } = await api.event.create(anEvent())
  const file = { name: 'list.csv', base64: Buffer.from(LIST).toString('base64') }
  await api.players.import({ auctionId, file })
  const rows = await api.players.list({ auctionId })
  const [ada, bea, cia] = rows.map(({ playerId }) => playerId)
  const teamIds: string[] = []
  for (const short of ['AA', 'BB'])
    teamIds.push((await api.auction.addTeam({ auctionId, name: `=Team ${short}`, short, colour: '#336699' })).teamId)
  const [first = '', second = ''] = teamIds
  const does = async (command: Parameters<typeof g.services.log.execute>[1]) => {
    const reply = await g.services.log.execute(auctionId, command, { commandId: crypto.randomUUID() })
    if (!reply.ok) throw new Error(reply.refusal.code)
    return reply.seq
  }
  const by = person.userId
  await does({ type: 'RetainPlayer', player: ada ?? '', team: first, amount: 4_000_000_000, by })
  await api.auction.start({ auctionId })
  await does({ type: 'OpenLot', player: bea ?? '', by })
  const bid = await does({ type: 'PlaceBid', lot: 1, amount: 500_000_000, floorTeam: second, by })
  await does({ type: 'Hammer', lot: 1, bid, by })
  await does({ type: 'OpenLot', player: cia ?? '', by })
  await does({ type: 'PassLot', lot: 2, by })
  await does({ type: 'EndAuction', by })
  const ctx: Context = { services: g.services, actor: person.actor, session: null, address: 'test' }
  return { ...person, ctx, auctionId, slug, guest: { ...ctx, actor: GUEST } }
}

describe('results', () => {
  it('RESULT-1 squads in the order they came, what each spent, the dearest sale, and who found no team', async () => {
    const { auctionId } = await aNight()
    const results = await g.guest.results.of({ auctionId })
    expect(results).toMatchObject({
      phase: 'ended',
      currency: 'INR',
      totals: { sold: 1, retained: 1, unsold: 1, waiting: 1, withdrawn: 0, spent: 4_500_000_000 },
      dearest: [{ name: 'Bea "B" Two', price: 500_000_000, lot: 1 }],
      unsold: [{ name: 'Cia Three', set: 'M2' }],
    })
    expect(
      results.teams.map(({ short, spent, left, squad }) => [
        short,
        spent,
        left,
        squad.map(({ name, how }) => [name, how]),
      ]),
    ).toEqual([
      ['AA', 4_000_000_000, expect.any(Number), [['Ada One', 'retained']]],
      ['BB', 500_000_000, expect.any(Number), [['Bea "B" Two', 'sold']]],
    ])
    expect(results.endedAtMs).toBeGreaterThan(0)
  })

  it('RESULT-2 an event that keeps its pool to itself shows none of it before the start', async () => {
    const { api, actor } = await g.person({ creator: true })
    const { auctionId } = await api.event.create({ ...anEvent(), shows: { listed: true, pool: false, room: true } })
    const file = { name: 'list.csv', base64: Buffer.from(LIST).toString('base64') }
    await api.players.import({ auctionId, file })
    expect(await g.guest.results.of({ auctionId })).toMatchObject({ unsold: [], dearest: [] })
    const ctx: Context = { services: g.services, actor, session: null, address: 'test' }
    const guest: Context = { ...ctx, actor: GUEST }
    await expect(exportFile(guest, auctionId, 'players.csv')).rejects.toMatchObject({ code: 'AUTH.FORBIDDEN' })
    expect((await exportFile(ctx, auctionId, 'players.csv')).body).toContain('Ada One')
  })
})

describe('exports', () => {
  const table = (csv: string): string[][] => parse(csv, { bom: true })

  it('EXPORT-1 squads, pool and log as tables, with exact money and the names behind ids', async () => {
    const { ctx, auctionId, slug } = await aNight()
    const squads = await exportFile(ctx, auctionId, 'squads.csv')
    expect(squads).toMatchObject({ name: `${slug}-squads.csv`, type: 'text/csv; charset=utf-8' })
    expect(table(squads.body)).toEqual([
      [
        'Team',
        'Short',
        'Player',
        'Role',
        'Country',
        'Nationality',
        'Set',
        'Base price (INR)',
        'Price (INR)',
        'How',
        'Lot',
      ],
      ["'=Team AA", 'AA', 'Ada One', 'Bowler', 'India', 'Indian', 'M1', '3000000', '40000000', 'Retained', ''],
      ["'=Team BB", 'BB', 'Bea "B" Two', 'Batter', 'Nepal', 'Overseas', 'M1', '5000000', '5000000', 'Sold', '1'],
    ])
    const log = table((await exportFile(ctx, auctionId, 'log.csv')).body)
    expect(log.slice(1).map(([seq]) => Number(seq))).toEqual(log.slice(1).map((_, index) => index + 1))
    const sold = log.find(([, , type]) => type === 'LotSold')
    expect(sold?.slice(3, 7)).toEqual(['1', 'Bea "B" Two', "'=Team BB", '5000000'])
  })

  it('EXPORT-3 the pool as it is exported can be imported again, and nobody is lost', async () => {
    const { ctx, auctionId } = await aNight()
    const { body } = await exportFile(ctx, auctionId, 'players.csv')
    expect(table(body).map((row) => [row[0], row[8], row[9]])).toEqual([
      ['Name', 'Status', 'Team'],
      ['Ada One', 'Retained', "'=Team AA"],
      ['Bea "B" Two', 'Sold', "'=Team BB"],
      ['Cia Three', 'Unsold', ''],
      ['Dee Four', 'Not called', ''],
    ])
    const rules = (await g.services.log.load(auctionId))?.state.rules
    if (!rules) throw new Error('not live')
    const { players, refused } = readPlayerList(body, { rules })
    expect(refused).toEqual([])
    expect(players.map(({ name, base, overseas, set }) => [name, base, overseas, set])).toEqual([
      ['Ada One', 300_000_000, false, 'M1'],
      ['Bea "B" Two', 500_000_000, true, 'M1'],
      ['Cia Three', 1_000_000_000, false, 'M2'],
      ['Dee Four', 2_000_000_000, null, 'M2'],
    ])
  })

  it('EXPORT-4 the whole auction as JSON; people’s ids are for those who manage it alone', async () => {
    const { ctx, auctionId, guest, userId } = await aNight()
    const mine = await exportFile(ctx, auctionId, 'auction.json')
    const whole = JSON.parse(mine.body)
    expect(Object.keys(whole)).toEqual(['event', 'rules', 'results', 'players', 'order', 'log'])
    expect(whole.log.map(({ seq }: { seq: number }) => seq)).toEqual(whole.log.map((_: unknown, n: number) => n + 1))
    expect(mine.body).toContain(userId)
    for (const file of ['auction.json', 'log.csv', 'squads.csv', 'players.csv'] as const)
      expect((await exportFile(guest, auctionId, file)).body).not.toContain(userId)
  })
})
