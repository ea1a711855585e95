import type { AuctionState } from '@gavel/auction'
import { importsOf, playersOf } from '@gavel/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEvent, type Caller, type Given, given, listFile, refusal } from '../given.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

/** An event of its organiser's own, whose pool is empty. */
const anAuction = async () => {
  const { api, userId } = await g.person({ creator: true })
  const { auctionId, slug } = await api.event.create({ ...anEvent(), ruleSetId: 'ipl-2021' })
  return { api, userId, auctionId, slug }
}

const LIST =
  'Name,Country,Role,Set,Base Price\nAda One,India,Bowler,M1,30 lakh\nBea Two,Nepal,Batter,M1,50 lakh\nCia Three,,Batter,M2,1 crore\n'

/** Everything that an import may touch, whole. */
const everything = async (auctionId: string) => {
  const state = await stateOf(auctionId)
  return {
    players: state.players,
    sets: state.sets,
    roster: await playersOf(g.services.mongo, auctionId),
    records: await importsOf(g.services.mongo, auctionId),
  }
}
const stateOf = async (auctionId: string): Promise<AuctionState> => {
  const live = await g.services.log.load(auctionId)
  if (!live) throw new Error('not live')
  return live.state
}
/** Whether everybody in the log has a name, and every name is in the log. */
const expectWhole = async (auctionId: string) => {
  const { players, roster } = await everything(auctionId)
  expect(roster.map(({ playerId }) => playerId).toSorted()).toEqual(Object.keys(players).toSorted())
}
const begin = async (api: Caller, auctionId: string) => {
  for (const short of ['AA', 'BB'])
    await api.auction.addTeam({ auctionId, name: `Team ${short}`, short, colour: '#336699' })
  await api.auction.start({ auctionId })
}

describe('previewing a list', () => {
  it('IMPORT-4 a preview changes nothing and says what the import then does, corrections included', async () => {
    const { api, auctionId } = await anAuction()
    const file = listFile(`${LIST}Dee Four,India,Bowler,M2,\n=E,India,Bowler,M2,30 lakh\n`)
    const before = await everything(auctionId)
    const first = await api.players.preview({ auctionId, file })
    expect(first).toMatchObject({ rows: 5, fresh: 3, known: 0, missing: [] })
    expect(first.columns.map(({ header, field, sure }) => [header, field, sure])).toEqual([
      ['Name', 'name', true],
      ['Country', 'country', true],
      ['Role', 'role', true],
      ['Set', 'set', true],
      ['Base Price', 'base', true],
    ])
    expect(first.refused.map(({ row, cells }) => [row, cells.Name])).toEqual([
      [5, 'Dee Four'],
      [6, '=E'],
    ])
    expect(first.players[1]).toMatchObject({ name: 'Bea Two', overseas: true, set: 'M1', known: false })
    const edits: { row: number; cells: Record<string, string> }[] = [
      { row: 5, cells: { 'Base Price': '75 lakh' } },
      { row: 6, cells: { Name: 'Eve Five' } },
    ]
    const second = await api.players.preview({ auctionId, file, edits })
    expect(second).toMatchObject({ fresh: 5, refused: [] })
    expect(await everything(auctionId)).toEqual(before)
    const done = await api.players.import({ auctionId, file, edits })
    expect(done).toMatchObject({ rows: 5, added: 5, known: 0, refused: [] })
    expect(await api.players.preview({ auctionId, file, edits })).toMatchObject({ fresh: 0, known: 5 })
    const rows = await api.players.list({ auctionId })
    expect(rows.map(({ name, set }) => [name, set])).toEqual([
      ['Ada One', 'M1'],
      ['Bea Two', 'M1'],
      ['Cia Three', 'M2'],
      ['Dee Four', 'M2'],
      ['Eve Five', 'M2'],
    ])
    expect(rows[0]?.from).toEqual({ is: 'import', importId: done.importId, fileName: 'list.csv' })
  })

  it('IMPORT-4 a file without names is shown with its columns, and imported once somebody says which they are', async () => {
    const { api, auctionId } = await anAuction()
    const file = listFile('A,B\nx1,30 lakh\nx2,50 lakh\n')
    expect(await api.players.preview({ auctionId, file })).toMatchObject({
      missing: expect.arrayContaining(['name']),
      rows: 2,
    })
    await expect(api.players.import({ auctionId, file })).rejects.toEqual(refusal('LIST.UNREADABLE'))
    expect(await api.players.import({ auctionId, file, map: { name: 'A', base: 'B' } })).toMatchObject({ added: 2 })
  })

  it('IMPORT-4 names that are in the pool with other values are pointed out', async () => {
    const { api, auctionId } = await anAuction()
    await api.players.import({ auctionId, file: listFile(LIST) })
    const other = listFile('Name,Base Price\nADA ONE,75 lakh\nNew Here,75 lakh\n')
    const { warnings, fresh } = await api.players.preview({ auctionId, file: other })
    expect(fresh).toBe(2)
    expect(warnings.join(' ')).toContain('In the pool already, with other values: ADA ONE.')
  })

  it('IMPORT-4 photos that are addresses elsewhere are pointed out and never fetched', async () => {
    const { api, auctionId } = await anAuction()
    const file = listFile('Name,Base Price,Photo\nAda One,30 lakh,https://example.org/ada.jpg\n')
    const { warnings } = await api.players.import({ auctionId, file })
    expect(warnings.join(' ')).toContain('addresses elsewhere, which are not fetched: 1')
    expect((await api.players.list({ auctionId }))[0]?.photoUrl).toBeNull()
  })

  it('IMPORT-4 strangers and owners may neither look nor import nor undo', async () => {
    const { auctionId } = await anAuction()
    const stranger = await g.person()
    const file = listFile(LIST)
    for (const ask of [
      () => stranger.api.players.preview({ auctionId, file }),
      () => stranger.api.players.import({ auctionId, file }),
      () => stranger.api.players.undoImport({ auctionId, importId: 'x' }),
      () => stranger.api.players.list({ auctionId }),
      () => stranger.api.players.imports({ auctionId }),
    ])
      await expect(ask()).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    await expect(g.guest.players.list({ auctionId })).rejects.toEqual(refusal('AUTH.SIGN_IN_FIRST'))
  })
})

describe('taking an import back', () => {
  it('IMPORT-6 after an import is taken back everything is as it was before: log, roster, sets and record', async () => {
    const { api, auctionId } = await anAuction()
    await api.players.import({ auctionId, file: listFile(LIST, 'first.csv') })
    await api.players.add({
      auctionId,
      key: 'by-hand-1',
      player: { name: 'By Hand', base: 30_000_000, overseas: null },
    })
    const before = await everything(auctionId)
    const second = listFile(
      `${LIST}Dee Four,India,Bowler,M2,2 crore\nEve Five,India,Bowler,New set,2 crore\n`,
      'second.csv',
    )
    const { importId, added, known } = await api.players.import({ auctionId, file: second })
    expect({ added, known }).toEqual({ added: 2, known: 3 })
    expect(await api.players.imports({ auctionId })).toMatchObject([
      { id: importId, fileName: 'second.csv', added: 2, known: 3, by: 'Somebody' },
      { fileName: 'first.csv', added: 3 },
    ])
    if (importId === null) throw new Error('nothing came in')
    expect(await api.players.undoImport({ auctionId, importId })).toEqual({ removed: 2, kept: [] })
    expect(await everything(auctionId)).toEqual(before)
    // Taken back already: nothing happens.
    expect(await api.players.undoImport({ auctionId, importId })).toEqual({ removed: 0, kept: [] })
    expect(await everything(auctionId)).toEqual(before)
  })

  it('IMPORT-6 an import that adds nobody leaves no record', async () => {
    const { api, auctionId } = await anAuction()
    await api.players.import({ auctionId, file: listFile(LIST) })
    expect(await api.players.import({ auctionId, file: listFile(LIST) })).toMatchObject({
      importId: null,
      added: 0,
      known: 3,
    })
    expect(await api.players.imports({ auctionId })).toHaveLength(1)
  })

  it('IMPORT-7 whoever was called stays with the reason, and so does the record, for them', async () => {
    const { api, auctionId } = await anAuction()
    const { importId } = await api.players.import({ auctionId, file: listFile(LIST) })
    if (importId === null) throw new Error('nothing came in')
    await begin(api, auctionId)
    const ada = (await api.players.list({ auctionId }))[0]
    if (!ada) throw new Error('no player')
    const opened = await g.services.log.execute(
      auctionId,
      { type: 'OpenLot', player: ada.playerId, by: 'system' },
      { commandId: 'open-1' },
    )
    expect(opened.ok).toBe(true)
    expect(await api.players.undoImport({ auctionId, importId })).toEqual({
      removed: 2,
      kept: [{ playerId: ada.playerId, name: 'Ada One', why: 'is being sold now' }],
    })
    expect((await api.players.list({ auctionId })).map(({ name }) => name)).toEqual(['Ada One'])
    expect(await api.players.imports({ auctionId })).toMatchObject([{ id: importId, added: 1, undoing: false }])
    await expectWhole(auctionId)
  })
})

describe('imports at once', () => {
  it('IMPORT-8 two imports of one list at once bring in each player once, and both are then taken back whole', async () => {
    const { api, auctionId } = await anAuction()
    const before = await everything(auctionId)
    const names = Array.from({ length: 700 }, (_, n) => `Player ${n},India,Bowler,M${n % 7},30 lakh`).join('\n')
    const file = listFile(`Name,Country,Role,Set,Base Price\n${names}\n`)
    const both = await Promise.all([api.players.import({ auctionId, file }), api.players.import({ auctionId, file })])
    expect(both[0].added + both[1].added).toBe(700)
    await expectWhole(auctionId)
    for (const { importId } of both) if (importId) await api.players.undoImport({ auctionId, importId })
    expect(await everything(auctionId)).toEqual(before)
  })

  it('IMPORT-8 two undos at once take everybody out once', async () => {
    const { api, auctionId } = await anAuction()
    const before = await everything(auctionId)
    const { importId } = await api.players.import({ auctionId, file: listFile(LIST) })
    if (importId === null) throw new Error('nothing came in')
    const undos = await Promise.all([1, 2, 3].map(() => api.players.undoImport({ auctionId, importId })))
    expect(undos.flatMap(({ kept }) => kept)).toEqual([])
    expect(undos.reduce((sum, { removed }) => sum + removed, 0)).toBe(3)
    expect(await everything(auctionId)).toEqual(before)
  })

  it('IMPORT-8 an undo and another import of the same list at once leave everybody with a name, or nobody', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { api, auctionId } = await anAuction()
      const { importId } = await api.players.import({ auctionId, file: listFile(LIST) })
      if (importId === null) throw new Error('nothing came in')
      await Promise.all([
        api.players.undoImport({ auctionId, importId }),
        api.players.import({ auctionId, file: listFile(`${LIST}Dee Four,India,Bowler,M2,2 crore\n`) }),
      ])
      await expectWhole(auctionId)
      for (const { id } of await api.players.imports({ auctionId }))
        await api.players.undoImport({ auctionId, importId: id })
      expect(await everything(auctionId)).toEqual({ players: {}, sets: [], roster: [], records: [] })
    }
  })

  it('IMPORT-8 an import that is taken back while it comes in leaves nobody', async () => {
    const { api, auctionId } = await anAuction()
    const names = Array.from({ length: 1_500 }, (_, n) => `Player ${n},30 lakh`).join('\n')
    const coming = api.players.import({ auctionId, file: listFile(`Name,Base Price\n${names}\n`) })
    let taken = 0
    const settled = coming.then(
      () => 'in' as const,
      (error: unknown) => error,
    )
    for (;;) {
      const [record] = await api.players.imports({ auctionId })
      if (record) {
        await api.players.undoImport({ auctionId, importId: record.id })
        taken += 1
        break
      }
    }
    const outcome = await settled
    expect(taken).toBe(1)
    if (outcome !== 'in') expect(outcome).toEqual(refusal('LIST.TAKEN_BACK'))
    expect(await everything(auctionId)).toEqual({ players: {}, sets: [], roster: [], records: [] })
  })

  it('IMPORT-9 an import that the auction refuses in its middle leaves nobody', async () => {
    const { api, auctionId } = await anAuction()
    const many = (from: number, count: number) =>
      listFile(`Name,Base Price\n${Array.from({ length: count }, (_, n) => `Player ${from + n},30 lakh`).join('\n')}\n`)
    await api.players.import({ auctionId, file: many(0, 4_200) })
    const before = await everything(auctionId)
    await expect(api.players.import({ auctionId, file: many(10_000, 1_200) })).rejects.toEqual(
      refusal('AUCTION.REFUSED'),
    )
    expect(await everything(auctionId)).toEqual(before)
  })
})
