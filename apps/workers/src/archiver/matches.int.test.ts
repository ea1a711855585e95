import { anEvent, type Given, given, teamsFor } from '@gavel/api/given'
import { matchArchive, matchById, newId, setMatchFollowed } from '@gavel/db'
import { foldMatch, type MatchCommand } from '@gavel/scoring'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startArchiver } from './archiver.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

type Asked = MatchCommand extends infer C ? (C extends MatchCommand ? Omit<C, 'by'> : never) : never

/** Two semi-finals and a final, the first of them begun, and an archiver that follows. */
const start = async () => {
  const g: Given = await given()
  cleanups.push(() => g.close())
  const { mongo, log, logger } = g.services
  const { api } = await g.person({ admin: true })
  const { slug, auctionId } = await api.event.create(anEvent())
  if (!auctionId) throw new Error('no auction')
  await teamsFor(api, auctionId, ['AA', 'BB', 'CC', 'DD'])
  const { teams } = await api.auction.roster({ auctionId })
  const { matchIds } = await api.match.makeFixtures({
    ...{ slug, teamIds: teams.map(({ teamId }) => teamId), days: null, sport: 'kabaddi', format: 'pkl' },
    plan: { kind: 'knock-out', thirdPlace: false },
  })
  const [matchId = '', other = '', final = ''] = matchIds
  await api.match.start({ matchId })
  const archiver = startArchiver({ mongo, log, logger })
  cleanups.push(() => archiver.close())
  const does = async (command: Asked) => {
    const asked = { ...command, by: 'scorer' } as MatchCommand
    const reply = await log.matches.execute(matchId, asked, { commandId: newId() })
    if (!reply.ok) throw new Error(reply.refusal.code)
    return reply.seq
  }
  const stored = async () => matchById(mongo, matchId)
  return { g, api, matchId, other, final, does, stored, whole: () => matchArchive(mongo).read(matchId, 1, 1_000) }
}
const soon = { timeout: 60_000 }

describe('archiver of matches', () => {
  it('MATCHLIVE-9, FIX-13 a match is archived as it goes, lists follow, and its winner is entered in the next one', async () => {
    const { g, api, matchId, final, does, stored, whole } = await start()
    await does({ type: 'TakeLock', device: 'd', from: null })
    await does({ type: 'Play', device: 'd', after: null, play: { type: 'HalfStart', raiding: 'home' } })
    await vi.waitFor(async () => expect(await stored()).toMatchObject({ status: 'live', log: 'live' }), soon)
    const lastSeq = await does({ type: 'End', as: { is: 'conceded', by: 'home' } })
    await vi.waitFor(async () => expect(await stored()).toMatchObject({ status: 'ended', log: 'archived' }), soon)
    const rows = await whole()
    expect(rows).toHaveLength(lastSeq)
    const folded = foldMatch(rows.map(({ seq, body }) => ({ ...JSON.parse(body), seq })))
    expect(folded).toEqual((await g.services.log.matches.load(matchId))?.state)
    expect((await matchById(g.services.mongo, final))?.sides.home.name).toBe('Team DD')

    await api.match.reopen({ matchId })
    await does({ type: 'End', as: { is: 'awarded', to: 'home' } })
    await vi.waitFor(
      async () => expect((await matchById(g.services.mongo, final))?.sides.home.name).toBe('Team AA'),
      soon,
    )
    await vi.waitFor(async () => expect(await stored()).toMatchObject({ log: 'archived' }), soon)
    expect(await whole()).toHaveLength(lastSeq + 2)
  })

  it('MATCHLIVE-9, RESTORE-2 a match that Redis lost is built anew, and one whose first entry was lost is begun again', async () => {
    const { g, matchId, other, does, whole } = await start()
    const { matches } = g.services.log
    await does({ type: 'TakeLock', device: 'd', from: null })
    await vi.waitFor(async () => expect(await whole()).toHaveLength(2), soon)
    await matches.evict(matchId, { discard: true })
    await vi.waitFor(async () => expect((await matches.load(matchId))?.state).toMatchObject({ seq: 3, epoch: 2 }), soon)
    expect((await matches.load(matchId))?.state.keeper).toEqual({ user: 'scorer', device: 'd' })
    // Whoever began it died before its log was made.
    await setMatchFollowed(g.services.mongo, other)
    await vi.waitFor(async () => expect((await matches.load(other))?.state.seq).toBe(1), soon)
  })
})
