import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importsOf, playersOf } from '@gavel/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEvent, type Given, given, refusal } from '../given.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

/** Everything that an import may touch, whole. */
const everything = async (auctionId: string) => {
  const live = await g.services.log.load(auctionId)
  return {
    players: live?.state.players,
    sets: live?.state.sets,
    roster: await playersOf(g.services.mongo, auctionId),
    records: await importsOf(g.services.mongo, auctionId),
  }
}

/** Real lists that are not part of Gavel, kept beside the project where somebody has them. */
const folder = join(import.meta.dirname, '../../../../../shared/data/auctions')
const LACKING: Record<string, readonly string[]> = {
  'ipl_2013_2022_sold_prices.csv': ['base', 'set'],
  'ipl_2021_mini_auction.csv': ['set'],
  'ipl_2022_auction_list.csv': [],
  'ipl_2022_mega_auction.csv': [],
  'ipl_2022_squads_alt_format.csv': ['set', 'country'],
  'ipl_2024_mini_auction_sold.csv': ['base', 'set'],
  'ipl_2025_auction_list.csv': [],
  'ipl_2025_mega_auction.csv': ['set', 'country'],
  'ipl_retained_players_2011_2025.csv': ['base', 'role', 'set', 'country'],
  // No list: totals by team.
  'expected_team_totals.csv': ['name', 'base', 'role', 'set', 'country'],
}

describe.skipIf(!existsSync(folder))('real lists (skipped: ../shared/data/auctions is not here)', () => {
  it('IMPORT-5 every list there is known to this test', () => {
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.csv'))
        .toSorted(),
    ).toEqual(Object.keys(LACKING).toSorted())
  })

  it.each(Object.entries(LACKING))(
    'IMPORT-5 %s maps without help, or says that it lacks %j; import and undo leave nothing',
    async (name, lacking) => {
      const { api } = await g.person({ creator: true })
      const { auctionId } = await api.event.create({ ...anEvent(), ruleSetId: 'ipl-2021' })
      const file = { name, base64: readFileSync(join(folder, name)).toString('base64') }
      const before = await everything(auctionId)
      const preview = await api.players.preview({ auctionId, file })
      expect(preview.missing).toEqual(lacking)
      expect(preview.refused).toEqual([])
      if (lacking.includes('name')) {
        await expect(api.players.import({ auctionId, file })).rejects.toEqual(refusal('LIST.UNREADABLE'))
        return
      }
      expect(preview.fresh).toBeGreaterThan(60)
      const { importId, added } = await api.players.import({ auctionId, file })
      expect(added).toBe(preview.fresh)
      const rows = await api.players.list({ auctionId })
      expect(rows).toHaveLength(added)
      expect(rows.every(({ name: who, base }) => who !== '' && base > 0)).toBe(true)
      if (importId === null) throw new Error('nothing came in')
      expect(await api.players.undoImport({ auctionId, importId })).toEqual({ removed: added, kept: [] })
      expect(await everything(auctionId)).toEqual(before)
    },
  )
})
