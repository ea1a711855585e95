import { matchById, saveSquad, setMatchStands } from '@gavel/db'
import type { Raid } from '@gavel/scoring'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anEvent, type Given, given, teamsFor } from '../given.ts'
import { noteStands, writing } from './given-matches.ts'
import { remindQuiet } from './remind-quiet.ts'

let g: Given
let does: ReturnType<typeof writing>
beforeAll(async () => {
  g = await given()
  does = writing(g)
})
afterAll(() => g.close())

/** An event with a double round robin of kabaddi between two teams. */
const league = async (change: object = {}) => {
  const organiser = await g.person({ creator: true })
  const { slug, auctionId } = await organiser.api.event.create({ ...anEvent(), ...change })
  if (!auctionId) throw new Error('no auction')
  await teamsFor(organiser.api, auctionId, ['AA', 'BB'])
  const { teams } = await organiser.api.auction.roster({ auctionId })
  const { matchIds } = await organiser.api.match.makeFixtures({
    ...{ slug, teamIds: teams.map(({ teamId }) => teamId), days: null, sport: 'kabaddi', format: 'pkl' },
    plan: { kind: 'round-robin', legs: 2 },
  })
  return { slug, auctionId, api: organiser.api, matchIds }
}

/** Ends a match by the officials' word, and lets lists know, as the archiver does. */
const award = async (matchId: string, to: 'home' | 'away') => {
  await does(matchId, { type: 'TakeLock', device: 'd', from: null })
  await does(matchId, { type: 'Play', device: 'd', after: null, play: { type: 'HalfStart', raiding: 'home' } })
  await does(matchId, { type: 'End', as: { is: 'awarded', to } })
  await noteStands(g, matchId)
}

test('STAND-8 the organiser takes points from a team of an event, with a reason that everybody reads, and gives them back', async () => {
  const { slug, api, matchIds } = await league()
  const [first = ''] = matchIds
  await api.match.start({ matchId: first })
  await award(first, 'home')
  const { home, away } = (await g.guest.match.byId({ matchId: first })).match.sides
  const team = home.team ?? ''
  const order = async () => (await g.guest.match.tables({ slug }))[0]?.rows.map((row) => row.team.team)
  expect(await order()).toEqual([home.team, away.team])
  const taken = { team, points: 6, reason: 'Two players were not registered' }
  const refused = (input: Partial<typeof taken>) => api.match.deductPoints({ slug, ...taken, ...input })
  await expect(g.guest.match.deductPoints({ slug, ...taken })).rejects.toThrow()
  await expect(refused({ team: 'nobody' })).rejects.toThrow()
  await expect(refused({ points: 0 })).rejects.toThrow()
  await expect(refused({ reason: ' ' })).rejects.toThrow()
  const { deductionId } = await api.match.deductPoints({ slug, ...taken })
  expect(await order()).toEqual([away.team, home.team])
  const [table] = await g.guest.match.tables({ slug })
  expect(table?.taken).toEqual([{ id: deductionId, ...taken }])
  expect(table?.rows.find((row) => row.team.team === team)?.cells.at(-1)).toBe('-1')
  expect(await api.match.undoDeduction({ slug, deductionId })).toEqual({ left: 0 })
  expect(await order()).toEqual([home.team, away.team])
})

test('MATCHPAGE-6 a league has a table of all its teams from the start, in which ended matches count as they were confirmed', async () => {
  const { slug, api, matchIds } = await league()
  const [first = ''] = matchIds
  const [empty] = await g.guest.match.tables({ slug })
  expect(empty).toMatchObject({ title: 'Table' })
  expect(empty?.rows.map(({ cells }) => cells[0])).toEqual(['0', '0'])
  await api.match.start({ matchId: first })
  await award(first, 'away')
  const [table] = await g.guest.match.tables({ slug })
  const winner = (await g.guest.match.byId({ matchId: first })).match.sides.away.team
  expect(table?.rows[0]).toMatchObject({ team: { team: winner } })
  const points = table?.columns.findIndex(({ strong }) => strong) ?? -1
  expect(table?.rows.map(({ cells }) => cells[points])).toEqual(['5', '1'])
})

test('MATCHPAGE-7 live matches are those of events that everybody finds', async () => {
  const { slug, api, matchIds } = await league()
  const hidden = await league({ shows: { listed: false, pool: true, room: true } })
  const [first = ''] = matchIds
  const [other = ''] = hidden.matchIds
  for (const [who, matchId] of [
    [api, first],
    [hidden.api, other],
  ] as const) {
    await who.match.start({ matchId })
    await does(matchId, { type: 'TakeLock', device: 'd', from: null })
    await does(matchId, { type: 'Play', device: 'd', after: null, play: { type: 'HalfStart', raiding: 'home' } })
  }
  const live = await g.guest.match.live()
  const ids = live.map(({ matchId }) => matchId)
  expect(ids).toContain(first)
  expect(ids).not.toContain(other)
  expect(live.find(({ matchId }) => matchId === first)).toMatchObject({ event: { slug }, exhibition: false })
})

test('MATCHPAGE-7, MATCHLIVE-11 a match that nobody adds a play to leaves the home page, stays where it is, and its organisers are reminded once', async () => {
  const { slug, api, matchIds } = await league()
  const [matchId = ''] = matchIds
  await api.match.start({ matchId })
  await does(matchId, { type: 'TakeLock', device: 'd', from: null })
  await does(matchId, { type: 'Play', device: 'd', after: null, play: { type: 'HalfStart', raiding: 'home' } })
  const { seq } = await noteStands(g, matchId)
  const nowMs = await g.services.log.now()
  const quietFor = async (hours: number) => {
    const stands = (await matchById(g.services.mongo, matchId))?.stands
    if (!stands) throw new Error('no stands')
    const later = { ...stands, seq: seq + hours, playedAtMs: nowMs - hours * 3_600_000 }
    await setMatchStands(g.services.mongo, matchId, later, 'live')
    return (await g.guest.match.live()).some((one) => one.matchId === matchId)
  }
  const reminded = async () => {
    for (let n = 0; n < 2; n++) await remindQuiet(g.services, nowMs)
    return (await api.inbox.list()).items.filter(({ title }) => title.includes('has not been ended'))
  }
  expect(await quietFor(2)).toBe(true)
  expect(await quietFor(3)).toBe(false)
  expect((await g.guest.match.list({ slug }))[0]?.status).toBe('live')
  expect(await reminded()).toEqual([])
  await quietFor(24)
  expect(await reminded()).toMatchObject([{ kind: 'event', href: `/matches/${matchId}/score` }])
})

test('FIGURES-1 who was bought has figures over the matches, and the price of each run and wicket', async () => {
  const organiser = await g.person({ creator: true })
  const { slug, auctionId } = await organiser.api.event.create(anEvent())
  if (!auctionId) throw new Error('no auction')
  await teamsFor(organiser.api, auctionId, ['AA', 'BB'])
  const { teams } = await organiser.api.auction.roster({ auctionId })
  const [home = '', away = ''] = teams.map(({ teamId }) => teamId)
  const { matchId } = await organiser.api.match.create({
    ...{ slug, sport: 'cricket', format: 'community', rules: { overs: 2, players: 3 } },
    ...{ home: { teamId: home }, away: { teamId: away } },
  })
  const side = (team: string, tag: string) => ({ team, players: [`${tag}1`, `${tag}2`, `${tag}3`] })
  await organiser.api.match.update({
    matchId,
    setup: { sides: { home: side(home, 'h'), away: side(away, 'a') }, toss: null },
  })
  const bought = { userId: null, role: 'Batter', price: 600, retained: false, overseas: null }
  await saveSquad(g.services.mongo, {
    ...{ eventId: (await matchById(g.services.mongo, matchId))?.eventId ?? '', auctionId, teamId: home },
    ...{ purse: 1_000, spent: 600, version: 1 },
    players: [{ ...bought, playerId: 'h1' }],
  })
  expect(await g.guest.match.seasonFigures({ slug })).toEqual([])
  await organiser.api.match.start({ matchId })
  await does(matchId, { type: 'TakeLock', device: 'd', from: null })
  await does(matchId, { type: 'Play', device: 'd', after: null, play: { type: 'InningsStart', batting: 'home' } })
  const after = (await g.services.log.matches.load(matchId))?.state.plays.at(-1)?.seq ?? null
  const ball = { striker: 'h1', nonStriker: 'h2', bowler: 'a1', runs: { bat: 6 } } as const
  await does(matchId, { type: 'Play', device: 'd', after, play: { type: 'Delivery', ...ball, boundary: 6 } })
  const figures = await g.guest.match.seasonFigures({ slug })
  expect(figures.find(({ player }) => player === 'h1')).toMatchObject({
    ...{ matches: 1, runs: 6, balls: 1, sixes: 1 },
    worth: { price: 600, perRun: 100, perWicket: null },
  })
  expect(figures.find(({ player }) => player === 'a1')).toMatchObject({ conceded: 6, worth: null })
})

test('FIGURES-2 who was bought has the figures of another sport too, and what a point of his has cost', async () => {
  const { slug, auctionId, api, matchIds } = await league()
  const [matchId = ''] = matchIds
  const match = await matchById(g.services.mongo, matchId)
  const [home, away] = [match?.sides.home.team ?? '', match?.sides.away.team ?? '']
  if (!match) throw new Error('no match')
  await api.match.update({
    matchId,
    setup: { sides: { home: { team: home, players: ['h1'] }, away: { team: away, players: ['a1'] } }, knockout: false },
  })
  const bought = { userId: null, role: 'Raider', price: 900, retained: false, overseas: null }
  await saveSquad(g.services.mongo, {
    ...{ eventId: match.eventId, auctionId, teamId: home, purse: 1_000, spent: 900, version: 1 },
    players: [{ ...bought, playerId: 'h1' }],
  })
  expect(await g.guest.match.playerSeason({ slug, player: 'h1' })).toEqual([])
  await api.match.start({ matchId })
  await does(matchId, { type: 'TakeLock', device: 'd', from: null })
  await does(matchId, { type: 'Play', device: 'd', after: null, play: { type: 'HalfStart', raiding: 'home' } })
  const after = (await g.services.log.matches.load(matchId))?.state.plays.at(-1)?.seq ?? null
  const raid: Raid = {
    ...{ type: 'Raid', raiding: 'home', raider: 'h1', touched: [null, null], steppedOut: [], bonus: true },
    ...{ lost: null, by: [], superTackle: false, allOut: null },
  }
  await does(matchId, { type: 'Play', device: 'd', after, play: raid })
  const [season, ...more] = await g.guest.match.playerSeason({ slug, player: 'h1' })
  expect(more).toEqual([])
  expect(season).toMatchObject({ sport: 'kabaddi', matches: 1, costs: [{ what: 'A point', price: 300 }] })
  expect(season?.facts).toContainEqual({ name: 'Super raids', stands: '1' })
  expect(await g.guest.match.playerSeason({ slug, player: 'h2' })).toEqual([])
})
