import type { Entry } from '@gavel/auction'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEvent, aPlayer, type Caller, type Given, given } from '../given.ts'
import { enterPool } from '../registration/enter-pool.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const refusal = (code: string, detail?: object) =>
  expect.objectContaining({
    cause: expect.objectContaining({ code, ...(detail && { detail: expect.objectContaining(detail) }) }),
  })

const LIST =
  'Name,Country,Role,Set,Base Price\nAda One,India,Bowler,M1,30 lakh\nBea Two,Nepal,Batter,M1,50 lakh\nCia Three,India,Batter,M2,1 crore\nDee Four,,Bowler,M2,2 crore\n'

/** An event of its organiser's own with four players, by name. */
const aPool = async () => {
  const auctioneer = await g.person()
  const { api } = await g.person({ creator: true })
  const { auctionId, slug } = await api.event.create({ ...anEvent(), auctioneers: [auctioneer.email] })
  const file = { name: 'list.csv', base64: Buffer.from(LIST).toString('base64') }
  await api.players.import({ auctionId, file })
  const ids = Object.fromEntries((await api.players.list({ auctionId })).map(({ name, playerId }) => [name, playerId]))
  const idOf = (name: string) => ids[name] ?? name
  return { api, auctionId, slug, idOf, auctioneer: auctioneer.api }
}
const stateOf = async (auctionId: string) => {
  const live = await g.services.log.load(auctionId)
  if (!live) throw new Error('not live')
  return live.state
}
const entriesAfter = async (auctionId: string, seq: number): Promise<Entry[]> =>
  (await g.services.log.read(auctionId, seq + 1, 100)).map(({ entry }) => entry)
const orderOf = async (api: Caller, auctionId: string) => {
  const [{ sets }, rows] = await Promise.all([api.players.order({ auctionId }), api.players.list({ auctionId })])
  const names = new Map(rows.map(({ playerId, name }) => [playerId, name]))
  return sets.map(({ name, players }) => `${name}: ${players.map((id) => names.get(id)).join(', ')}`)
}
const sell = async (api: Caller, auctionId: string, player: string) => {
  for (const short of ['AA', 'BB'])
    await api.auction.addTeam({ auctionId, name: `Team ${short}`, short, colour: '#336699' })
  await api.auction.start({ auctionId })
  const does = async (command: Parameters<typeof g.services.log.execute>[1]) => {
    const reply = await g.services.log.execute(auctionId, command, { commandId: crypto.randomUUID() })
    if (!reply.ok) throw new Error(reply.refusal.code)
    return reply.seq
  }
  await does({ type: 'OpenLot', player, by: 'system' })
  const [team] = Object.keys((await stateOf(auctionId)).teams)
  const amount = (await stateOf(auctionId)).lot?.base ?? 0
  const bid = await does({ type: 'PlaceBid', lot: 1, amount, floorTeam: team ?? '', by: 'system' })
  await does({ type: 'Hammer', lot: 1, bid, by: 'system' })
}

describe('players by hand', () => {
  it('PLAYER-1 a player is added once for each form, however often it is sent; two of one name are two people', async () => {
    const { api, auctionId } = await aPool()
    const player = { name: 'Eve Five', role: 'Batter', base: 300_000_000, overseas: null }
    const add = (key: string) => api.players.add({ auctionId, key, player })
    const first = await Promise.all([add('form-one'), add('form-one'), add('form-one')])
    expect(new Set(first.map(({ playerId }) => playerId)).size).toBe(1)
    await add('form-two')
    const rows = (await api.players.list({ auctionId })).filter(({ name }) => name === 'Eve Five')
    expect(rows.map(({ set, from, overseas }) => [set, from, overseas])).toEqual([
      ['Batters', { is: 'hand' }, null],
      ['Batters', { is: 'hand' }, null],
    ])
    const bad = { ...player, name: '  ', base: 0 }
    await expect(api.players.add({ auctionId, key: 'form-three', player: bad })).rejects.toThrow(/A player has a name/)
  })

  it('PLAYER-2 a name is corrected at any time; the log says no more than that names have changed, and rooms are told', async () => {
    const { api, auctionId, idOf, auctioneer } = await aPool()
    await sell(api, auctionId, idOf('Ada One'))
    const before = await stateOf(auctionId)
    await auctioneer.players.update({ auctionId, playerId: idOf('Ada One'), change: { name: 'Ada Lovelace', age: 36 } })
    const after = await stateOf(auctionId)
    expect((await entriesAfter(auctionId, before.seq)).map(({ type }) => type)).toEqual(['NamesChanged'])
    expect({ ...after, seq: 0, names: 0 }).toEqual({ ...before, seq: 0, names: 0 })
    expect(after.names).toBe(before.names + 1)
    expect((await g.guest.auction.roster({ auctionId })).players.map(({ name }) => name)).toContain('Ada Lovelace')
    // The same again changes nothing, and nobody is told.
    await auctioneer.players.update({ auctionId, playerId: idOf('Ada One'), change: { name: 'Ada Lovelace' } })
    expect((await stateOf(auctionId)).names).toBe(after.names)
  })

  it('PLAYER-3 base price and nationality change while nobody owns the player, by those who manage the auction alone', async () => {
    const { api, auctionId, idOf, auctioneer } = await aPool()
    const dee = { auctionId, playerId: idOf('Dee Four') }
    await api.players.update({ ...dee, change: { base: 400_000_000, overseas: true } })
    const row = async () => (await api.players.list({ auctionId })).find(({ playerId }) => playerId === dee.playerId)
    expect(await row()).toMatchObject({ base: 400_000_000, overseas: true })
    await api.players.update({ ...dee, change: { overseas: null } })
    expect(await row()).toMatchObject({ base: 400_000_000, overseas: null })
    await expect(auctioneer.players.update({ ...dee, change: { base: 1 } })).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    await sell(api, auctionId, dee.playerId)
    await expect(api.players.update({ ...dee, change: { base: 500_000_000, name: 'Changed' } })).rejects.toEqual(
      refusal('AUCTION.REFUSED', { code: 'NOT_AVAILABLE' }),
    )
    expect(await row()).toMatchObject({ base: 400_000_000, name: 'Dee Four', status: { is: 'sold' } })
    await expect(api.players.update({ auctionId, playerId: 'nobody', change: { name: 'X' } })).rejects.toEqual(
      refusal('AUCTION.NO_PLAYER'),
    )
  })

  it('PLAYER-4 who was never called goes, with the name; the others stay and are told with the reason', async () => {
    const { api, auctionId, slug, idOf } = await aPool()
    const someone = await g.person()
    const auction = { id: auctionId, eventId: '', rules: (await stateOf(auctionId)).rules, setNames: [] }
    await enterPool(g.services, auction, {
      id: 'reg-1',
      version: 1,
      userId: someone.userId,
      details: { ...aPlayer(), age: null, caps: null, photoUrl: null },
    })
    await sell(api, auctionId, idOf('Ada One'))
    const playerIds = [...['Ada One', 'Bea Two', 'Cia Three'].map(idOf), 'reg-1', 'nobody']
    const results = await Promise.all([
      api.players.remove({ auctionId, playerIds }),
      api.players.remove({ auctionId, playerIds }),
    ])
    expect(results.flatMap(({ removed }) => removed).toSorted()).toEqual(
      [idOf('Bea Two'), idOf('Cia Three')].toSorted(),
    )
    for (const { kept } of results)
      expect(kept.map(({ name, why }) => [name, why])).toEqual([
        ['Ruturaj Halwadkar', 'registered: withdraw the registration instead'],
        ['Ada One', 'is sold'],
      ])
    expect((await api.players.list({ auctionId })).map(({ name }) => name)).toEqual([
      'Ada One',
      'Dee Four',
      'Ruturaj Halwadkar',
    ])
    expect(slug).not.toBe('')
  })

  it('PLAYER-4 only those who manage the auction add, remove, move and arrange', async () => {
    const { auctionId, idOf, auctioneer } = await aPool()
    const playerId = idOf('Ada One')
    const player = { name: 'X', base: 1, overseas: null }
    for (const ask of [
      () => auctioneer.players.add({ auctionId, key: 'a-long-key', player }),
      () => auctioneer.players.remove({ auctionId, playerIds: [playerId] }),
      () => auctioneer.players.move({ auctionId, playerId, set: { id: 'm2' }, before: null }),
      () => auctioneer.players.moveSet({ auctionId, set: 'm2', before: 'm1' }),
      () => auctioneer.players.renameSet({ auctionId, set: 'm2', name: 'X' }),
      () => auctioneer.players.arrange({ auctionId, rule: { by: 'name' }, dryRun: true }),
    ])
      await expect(ask()).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
  })
})

describe('sets and the running order', () => {
  it('SET-1 players and sets are moved by hand, and a set that somebody names begins with its first player', async () => {
    const { api, auctionId, idOf } = await aPool()
    expect(await orderOf(api, auctionId)).toEqual(['M1: Ada One, Bea Two', 'M2: Cia Three, Dee Four'])
    await api.players.move({ auctionId, playerId: idOf('Dee Four'), set: { id: 'm1' }, before: idOf('Bea Two') })
    await api.players.moveSet({ auctionId, set: 'm2', before: 'm1' })
    expect(await orderOf(api, auctionId)).toEqual(['M2: Cia Three', 'M1: Ada One, Dee Four, Bea Two'])
    const made = await api.players.move({
      auctionId,
      playerId: idOf('Ada One'),
      set: { name: 'Marquee set' },
      before: null,
    })
    expect(made).toEqual({ setId: 'marquee-set' })
    // Named as it is there already: the same set.
    await api.players.move({
      auctionId,
      playerId: idOf('Bea Two'),
      set: { name: 'marquee SET' },
      before: idOf('Ada One'),
    })
    expect(await orderOf(api, auctionId)).toEqual(['M2: Cia Three', 'M1: Dee Four', 'Marquee set: Bea Two, Ada One'])
    await expect(
      api.players.move({ auctionId, playerId: idOf('Ada One'), set: { id: 'm1' }, before: 'nobody' }),
    ).rejects.toEqual(refusal('AUCTION.REFUSED', { code: 'UNKNOWN_PLAYER' }))
  })

  it('SET-2 a set is called otherwise without a word in the log, and lists that use either name join it', async () => {
    const { api, auctionId } = await aPool()
    const before = await stateOf(auctionId)
    await Promise.all(['Marquee', 'Marquee'].map((name) => api.players.renameSet({ auctionId, set: 'm1', name })))
    await api.players.renameSet({ auctionId, set: 'm1', name: 'Marquee players' })
    const after = await stateOf(auctionId)
    expect(after.sets).toEqual(before.sets)
    expect(after.names).toBe(before.names + 3)
    expect((await g.guest.auction.roster({ auctionId })).sets).toContainEqual({ id: 'm1', name: 'Marquee players' })
    const more = 'Name,Set,Base Price\nEve Five,M1,30 lakh\nFay Six,marquee players,30 lakh\n'
    await api.players.import({ auctionId, file: { name: 'more.csv', base64: Buffer.from(more).toString('base64') } })
    expect(await orderOf(api, auctionId)).toEqual([
      'Marquee players: Ada One, Bea Two, Eve Five, Fay Six',
      'M2: Cia Three, Dee Four',
    ])
    await expect(api.players.renameSet({ auctionId, set: 'nope', name: 'X' })).rejects.toEqual(
      refusal('AUCTION.NO_SET'),
    )
  })

  it('SET-2 sets whose names have no Latin letters stay apart', async () => {
    const { api, auctionId } = await aPool()
    const list = 'Name,Set,Base Price\nEve Five,बल्लेबाज,30 lakh\nFay Six,गेंदबाज,30 lakh\n'
    await api.players.import({ auctionId, file: { name: 'more.csv', base64: Buffer.from(list).toString('base64') } })
    expect((await orderOf(api, auctionId)).slice(2)).toEqual(['बल्लेबाज: Eve Five', 'गेंदबाज: Fay Six'])
  })

  it('ARRANGE-4 a rule is shown before it is applied, then done in one entry, and a draw keeps its seed', async () => {
    const { api, auctionId } = await aPool()
    const before = await stateOf(auctionId)
    const shown = await api.players.arrange({ auctionId, rule: { by: 'base' }, dryRun: true })
    expect(shown.sets.map(({ name, players }) => `${name}: ${players.map((p) => p.name).join(', ')}`)).toEqual([
      'M1: Bea Two, Ada One',
      'M2: Dee Four, Cia Three',
    ])
    expect(shown).toMatchObject({ moved: 4, applied: false, seed: null })
    expect(await stateOf(auctionId)).toEqual(before)
    await api.players.arrange({ auctionId, rule: { by: 'role' }, dryRun: false })
    expect((await entriesAfter(auctionId, before.seq)).map(({ type }) => type)).toEqual(['PoolArranged'])
    expect(await orderOf(api, auctionId)).toEqual(['Batters: Bea Two, Cia Three', 'Bowlers: Ada One, Dee Four'])
    const draw = await api.players.arrange({
      auctionId,
      rule: { by: 'shuffle', whole: true, seed: null },
      dryRun: true,
    })
    if (draw.seed === null) throw new Error('a draw without a seed')
    const rule = { by: 'shuffle', whole: true, seed: draw.seed } as const
    const done = await api.players.arrange({ auctionId, rule, dryRun: false })
    expect(done.sets).toEqual(draw.sets)
    expect(await api.players.order({ auctionId })).toMatchObject({
      sets: [{ id: 'pool', name: 'All players', players: draw.sets[0]?.players.map(({ playerId }) => playerId) }],
      arranged: { rule: 'shuffle', seed: draw.seed },
    })
    await api.players.arrange({ auctionId, rule: { by: 'set' }, dryRun: false })
    expect(await orderOf(api, auctionId)).toEqual(['M1: Ada One, Bea Two', 'M2: Cia Three, Dee Four'])
  })

  it('ARRANGE-5 rules and changes of the pool at once leave everybody in it once', async () => {
    const { api, auctionId, idOf } = await aPool()
    const player = (name: string) => ({ name, base: 300_000_000, overseas: null })
    await Promise.all([
      api.players.arrange({ auctionId, rule: { by: 'name' }, dryRun: false }),
      api.players.add({ auctionId, key: 'form-one', player: player('Eve Five') }),
      api.players.arrange({ auctionId, rule: { by: 'role' }, dryRun: false }),
      api.players.remove({ auctionId, playerIds: [idOf('Ada One')] }),
      api.players.arrange({ auctionId, rule: { by: 'shuffle', whole: false, seed: null }, dryRun: false }),
      api.players.add({ auctionId, key: 'form-two', player: player('Fay Six') }),
    ])
    const { sets, players } = await stateOf(auctionId)
    expect(sets.flatMap((set) => set.players).toSorted()).toEqual(Object.keys(players).toSorted())
    expect((await api.players.list({ auctionId })).map(({ name }) => name).toSorted()).toEqual([
      'Bea Two',
      'Cia Three',
      'Dee Four',
      'Eve Five',
      'Fay Six',
    ])
  })
})

describe('what the rules count', () => {
  const FACTS =
    'Name,Country,Role,Base Price,Age,C/U/A,2024 Team\nAda One,India,Wicket-keeper,30 lakh,20,Uncapped,Harbour Kings\nBea Two,Nepal,Batter,50 lakh,22,Uncapped,HK\nCia Three,India,Bowler,1 crore,30,Capped,ST\nDee Four,India,Bowler,2 crore,,Capped,-\n'

  const aListedPool = async () => {
    const { api } = await g.person({ creator: true })
    const { auctionId } = await api.event.create(anEvent())
    const team = (name: string, short: string) => api.auction.addTeam({ auctionId, name, short, colour: '#336699' })
    const bringIn = () =>
      api.players.import({ auctionId, file: { name: 'l.csv', base64: Buffer.from(FACTS).toString('base64') } })
    const rows = async () => {
      const short = new Map((await api.auction.roster({ auctionId })).teams.map((t) => [t.teamId, t.short]))
      const list = await api.players.list({ auctionId })
      return list.map((row) => [row.name, row.categories, row.formerTeam && short.get(row.formerTeam)])
    }
    return { api, auctionId, team, bringIn, rows }
  }
  const EXPECTED = [
    ['Ada One', ['uncapped', 'emerging', 'junior', 'keeper'], 'HK'],
    ['Bea Two', ['uncapped', 'emerging'], 'HK'],
    ['Cia Three', [], null],
    ['Dee Four', [], null],
  ]

  it('PLAYER-5, FORMER-1 categories follow from the list, and former teams are known whichever comes first', async () => {
    const first = await aListedPool()
    await first.team('Harbour Kings', 'HK')
    await first.bringIn()
    expect((await first.rows()).toSorted()).toEqual(EXPECTED)
    const last = await aListedPool()
    await last.bringIn()
    await last.team('Harbour Kings', 'HK')
    expect((await last.rows()).toSorted()).toEqual(EXPECTED)
    await last.team('Saffron Tigers', 'ST')
    expect((await last.rows()).find(([name]) => name === 'Cia Three')).toEqual(['Cia Three', [], 'ST'])
  })

  it('PLAYER-5, FORMER-1 what is said by hand stays', async () => {
    const { api, auctionId, team, bringIn } = await aListedPool()
    await team('Harbour Kings', 'HK')
    await bringIn()
    await team('Old Lancers', 'OL')
    const { teams } = await api.auction.roster({ auctionId })
    const lancers = teams.find(({ short }) => short === 'OL')?.teamId ?? ''
    const ada = (await api.players.list({ auctionId })).find(({ name }) => name === 'Ada One')?.playerId ?? ''
    await api.players.update({ auctionId, playerId: ada, change: { categories: ['keeper'], formerTeam: lancers } })
    await team('Saffron Tigers', 'ST')
    expect((await stateOf(auctionId)).players[ada]).toMatchObject({ categories: ['keeper'], formerTeam: lancers })
    await expect(api.players.update({ auctionId, playerId: ada, change: { formerTeam: 'nobody' } })).rejects.toEqual(
      refusal('AUCTION.REFUSED', { code: 'UNKNOWN_TEAM' }),
    )
  })
})
