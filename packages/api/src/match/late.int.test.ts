import { changeEvent, eventBySlug, matchById, saveSquad } from '@gavel/db'
import type { MatchDraft } from '@gavel/scoring'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anEvent, type Given, given, refusal, teamsFor } from '../given.ts'
import { advanceMatches } from './advance.ts'
import { pastMatch, writing } from './given-matches.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const MINUTE_MS = 60_000
const HALF: MatchDraft = { type: 'Played', device: 'd', play: { type: 'HalfStart', raiding: 'home' } }
const WON: MatchDraft = { type: 'MatchEnded', as: { is: 'awarded', to: 'away' } }

/** An event that the public is shown a minute late, with fixtures of kabaddi. */
const late = async (plan: Parameters<typeof g.guest.match.makeFixtures>[0]['plan'], shorts: readonly string[]) => {
  const organiser = await g.person({ creator: true })
  const { api } = organiser
  const { slug, auctionId } = await api.event.create({ ...anEvent(), delayMs: MINUTE_MS })
  if (!auctionId) throw new Error('no auction')
  await teamsFor(api, auctionId, shorts)
  const { teams } = await api.auction.roster({ auctionId })
  const teamIds = teams.map(({ teamId }) => teamId)
  const { matchIds } = await api.match.makeFixtures({
    ...{ slug, teamIds, plan, days: null, sport: 'kabaddi', format: 'pkl' },
  })
  const event = await eventBySlug(g.services.mongo, slug)
  if (!event) throw new Error('no event')
  const nowMs = await g.services.log.now()
  return {
    ...{ api, slug, auctionId, teamIds, matchIds, nowMs },
    /** A match that began half an hour ago and ended so long ago, and whoever comes out of it. */
    played: async (matchId: string, endedAgoMs: number) => {
      const began = nowMs - 30 * MINUTE_MS
      await pastMatch(g, matchId, [
        [began, HALF],
        [nowMs - endedAgoMs, WON],
      ])
      await advanceMatches(g.services.mongo, event)
    },
    /** From now on the public is shown the present. */
    lift: () => changeEvent(g.services.mongo, event.id, { delayMs: 0 }),
  }
}

test('LATE-10 a match that is over and archived still goes on for the public, on cards, in tables and on the home page', async () => {
  const { api, slug, matchIds, played, lift } = await late({ kind: 'round-robin', legs: 1 }, ['AA', 'BB'])
  const [matchId = ''] = matchIds
  await played(matchId, 1_000)
  const look = async (who: typeof api) => {
    const [card] = await who.match.list({ slug })
    const [table] = await who.match.tables({ slug })
    const live = (await who.match.live()).some((one) => one.matchId === matchId)
    const page = await who.match.byId({ matchId })
    return {
      ...{ live, status: [card?.status, page.match.status], result: card?.line?.result ?? null },
      played: table?.rows.map(({ cells }) => cells[0]),
      seq: (await who.match.view({ matchId }))?.state.phase.is,
    }
  }
  const goesOn = { live: true, status: ['live', 'live'], result: null, played: ['0', '0'], seq: 'live' }
  const result = 'Team BB won (awarded)'
  const over = { live: false, status: ['ended', 'ended'], result, played: ['1', '1'], seq: 'ended' }
  expect(await look(g.guest)).toEqual(goesOn)
  expect(await look(api)).toEqual(over)
  await lift()
  expect(await look(g.guest)).toEqual(over)
})

test('LATE-10 what ended before that moment is told at once', async () => {
  const { slug, matchIds, played } = await late({ kind: 'round-robin', legs: 1 }, ['AA', 'BB'])
  await played(matchIds[0] ?? '', 2 * MINUTE_MS)
  expect((await g.guest.match.list({ slug }))[0]?.status).toBe('ended')
})

test('LATE-11, LATE-12 who plays next is told with the result that says so, and nobody begins that match before', async () => {
  const { api, slug, matchIds, teamIds, played, lift } = await late({ kind: 'knock-out', thirdPlace: false }, [
    ...['AA', 'BB', 'CC', 'DD'],
  ])
  const [semi = '', other = '', final = ''] = matchIds
  await played(other, 2 * MINUTE_MS)
  await played(semi, 1_000)
  const winner = (await matchById(g.services.mongo, semi))?.sides.away
  const known = (await matchById(g.services.mongo, other))?.sides.away
  expect((await api.match.byId({ matchId: final })).match.sides).toMatchObject({
    home: { team: winner?.team },
    away: { team: known?.team },
  })
  const sheet = (team: string | null | undefined, player: string) => ({ team: team ?? '', players: [player] })
  await api.match.update({
    matchId: final,
    setup: {
      ...(await api.match.byId({ matchId: final })).setup,
      sides: { home: sheet(winner?.team, 'h1'), away: sheet(known?.team, 'a1') },
    },
    people: [{ id: 'h1', name: 'Asha Rao', side: 'home' }],
  })
  const page = await g.guest.match.byId({ matchId: final })
  expect(page.match.sides).toMatchObject({
    home: { team: null, name: 'Winner of semi-final 1' },
    away: { team: known?.team },
  })
  expect(page.setup.sides.home).toEqual({ team: '', players: [] })
  expect(page.names).toEqual({})
  expect((await g.guest.match.list({ slug })).at(-1)?.sides.home.team).toBeNull()
  await expect(api.match.start({ matchId: final })).rejects.toMatchObject(refusal('MATCH.TOO_EARLY'))
  await lift()
  expect(teamIds).toContain((await g.guest.match.byId({ matchId: final })).match.sides.home.team)
  await api.match.start({ matchId: final })
})

test('LATE-11 who comes out of a group is told when its last result is', async () => {
  const plan = { kind: 'groups', groups: 2, legs: 1, through: 1, thirdPlace: false } as const
  const { slug, matchIds, played, lift } = await late(plan, ['AA', 'BB', 'CC', 'DD'])
  const [one = '', two = ''] = matchIds
  await played(one, 2 * MINUTE_MS)
  await played(two, 1_000)
  const sides = async () => (await g.guest.match.list({ slug })).at(-1)?.sides
  expect(await sides()).toMatchObject({ away: { team: null, name: 'Winner of group B' } })
  expect((await sides())?.home.team).not.toBeNull()
  await lift()
  expect((await sides())?.away.team).not.toBeNull()
})

test('LATE-10, LATE-2 figures of players and what they cost are as late as the rest', async () => {
  const { api, slug, auctionId, teamIds, lift } = await late({ kind: 'round-robin', legs: 1 }, ['AA', 'BB'])
  const [home = '', away = ''] = teamIds
  const { matchId } = await api.match.create({
    ...{ slug, sport: 'cricket', format: 'community', rules: { overs: 2, players: 3 } },
    ...{ home: { teamId: home }, away: { teamId: away } },
  })
  const side = (team: string, tag: string) => ({ team, players: [`${tag}1`, `${tag}2`, `${tag}3`] })
  await api.match.update({ matchId, setup: { sides: { home: side(home, 'h'), away: side(away, 'a') }, toss: null } })
  const bought = { userId: null, role: 'Batter', price: 600, retained: false, overseas: null }
  await saveSquad(g.services.mongo, {
    ...{ eventId: (await matchById(g.services.mongo, matchId))?.eventId ?? '', auctionId, teamId: home },
    ...{ purse: 1_000, spent: 600, version: 1, players: [{ ...bought, playerId: 'h1' }] },
  })
  await api.match.start({ matchId })
  const does = writing(g)
  await does(matchId, { type: 'TakeLock', device: 'd', from: null })
  const after = await does(matchId, {
    ...{ type: 'Play', device: 'd', after: null, play: { type: 'InningsStart', batting: 'home' } },
  })
  const ball = { striker: 'h1', nonStriker: 'h2', bowler: 'a1', runs: { bat: 6 }, boundary: 6 } as const
  await does(matchId, { type: 'Play', device: 'd', after, play: { type: 'Delivery', ...ball } })
  const figures = async (who: typeof api) =>
    (await who.match.seasonFigures({ slug })).find(({ player }) => player === 'h1')
  expect(await figures(g.guest)).toBeUndefined()
  expect(await figures(api)).toMatchObject({ runs: 6, worth: { perRun: 100 } })
  await lift()
  expect(await figures(g.guest)).toMatchObject({ runs: 6 })
})
