import { matchArchive, matchById, saveSquad, setMatchArchived } from '@gavel/db'
import type { MatchCommand } from '@gavel/scoring'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anEvent, type Caller, type Given, given, refusal, teamsFor } from '../given.ts'
import { advanceMatches } from './advance.ts'
import { noteStands, writing } from './given-matches.ts'

let g: Given
let does: ReturnType<typeof writing>
beforeAll(async () => {
  g = await given()
  does = writing(g)
})
afterAll(() => g.close())

/** An event of an organiser with teams, and somebody who scores. */
const league = async (shorts: readonly string[] = ['AA', 'BB'], change: object = {}) => {
  const organiser = await g.person({ creator: true })
  const scorer = await g.person()
  const { slug, auctionId } = await organiser.api.event.create({
    ...anEvent({ capacity: { players: 50, teams: 16 } }),
    scorers: [scorer.email],
    ...change,
  })
  if (!auctionId) throw new Error('no auction')
  await teamsFor(organiser.api, auctionId, shorts)
  const { teams } = await organiser.api.auction.roster({ auctionId })
  return { slug, auctionId, organiser: organiser.api, scorer: scorer.api, teams: teams.map(({ teamId }) => teamId) }
}

const aMatch = async (api: Caller, slug: string, teams: readonly string[]) => {
  const [home = '', away = ''] = teams
  const made = await api.match.create({
    slug,
    sport: 'cricket',
    format: 'community',
    rules: { overs: 2, players: 3 },
    home: { teamId: home },
    away: { teamId: away },
    startsAtMs: Date.UTC(2030, 0, 2),
    venue: 'North Park',
  })
  return made.matchId
}

const lineUps = (teams: readonly string[]) => ({
  sides: {
    home: { team: teams[0] ?? '', players: ['h1', 'h2', 'h3'] },
    away: { team: teams[1] ?? '', players: ['a1', 'a2', 'a3'] },
  },
  toss: { winner: 'home', chose: 'bat' },
})

test('MATCHAPI-1 organisers arrange matches, scorers begin them, and from then on the book has what is true', async () => {
  const { slug, organiser, scorer, teams } = await league()
  const matchId = await aMatch(organiser, slug, teams)
  const asScorer = { slug, sport: 'cricket', format: 't20', home: { teamId: 'x' }, away: { teamId: 'y' } } as const
  await expect(scorer.match.create(asScorer)).rejects.toMatchObject(refusal('AUTH.FORBIDDEN'))
  await organiser.match.update({ matchId, venue: 'South Park', setup: lineUps(teams), format: 't20' })
  const page = await g.guest.match.byId({ matchId })
  expect(page).toMatchObject({ begun: false, rules: { id: 't20' }, setup: lineUps(teams), choices: null })
  expect(page.match).toMatchObject({ venue: 'South Park', status: 'scheduled', line: null, number: 1 })
  expect(page.match.sides.home).toMatchObject({ name: 'Team AA', short: 'AA' })
  await expect(g.guest.match.start({ matchId })).rejects.toMatchObject(refusal('AUTH.SIGN_IN_FIRST'))
  await scorer.match.start({ matchId })
  const late = { matchId, setup: lineUps(teams) }
  await expect(organiser.match.update(late)).rejects.toMatchObject(refusal('MATCH.BEGUN'))
  await organiser.match.update({ matchId, venue: 'West Park' })
  await expect(organiser.match.remove({ matchId })).rejects.toMatchObject(refusal('MATCH.BEGUN'))
  const other = await aMatch(organiser, slug, teams)
  await organiser.match.remove({ matchId: other })
  await expect(organiser.match.byId({ matchId: other })).rejects.toMatchObject(refusal('MATCH.NOT_FOUND'))
  expect((await g.guest.match.list({ slug })).map((card) => card.venue)).toEqual(['West Park'])
})

test('MATCHAPI-1 line-ups of other teams, a player on both sides and numbers of no format are refused in words', async () => {
  const { slug, organiser, teams } = await league()
  const matchId = await aMatch(organiser, slug, teams)
  const bad = (change: object) =>
    expect(organiser.match.update({ matchId, ...change })).rejects.toMatchObject(refusal('MATCH.BAD_INPUT'))
  const good = lineUps(teams)
  await bad({ setup: lineUps([...teams].reverse()) })
  await bad({ setup: { ...good, sides: { ...good.sides, away: { team: teams[1], players: ['h1'] } } } })
  await bad({ setup: { ...good, sides: { ...good.sides, away: { team: teams[1], players: ['a1', 'a1'] } } } })
  await bad({ setup: { ...good, weather: 'fine' } })
  await bad({ format: 'quidditch' })
  await bad({ format: 't20', rules: { overs: -1 } })
  await bad({ home: { teamId: teams[1] ?? '' } })
})

test('MATCHAPI-2, CMD-2 a match that two begin at once has one log, and beginning it again changes nothing', async () => {
  const { slug, organiser, scorer, teams } = await league()
  const matchId = await aMatch(organiser, slug, teams)
  await Promise.all([scorer.match.start({ matchId }), organiser.match.start({ matchId })])
  await scorer.match.start({ matchId })
  expect((await g.services.log.matches.load(matchId))?.state.seq).toBe(1)
  expect((await g.guest.match.view({ matchId }))?.state).toMatchObject({ matchId, phase: { is: 'scheduled' } })
})

test('MATCHAPI-3 a side chooses from the squad as it was last corrected, and who is no longer in it is named', async () => {
  const { slug, auctionId, organiser, scorer, teams } = await league()
  const matchId = await aMatch(organiser, slug, teams)
  const event = await matchById(g.services.mongo, matchId)
  const player = (playerId: string) => ({
    ...{ playerId, userId: null, role: 'Batter', price: 5, retained: false, overseas: null },
  })
  const squad = (version: number, ids: readonly string[]) => ({
    ...{ eventId: event?.eventId ?? '', auctionId, teamId: teams[0] ?? '', purse: 10, spent: 5, version },
    players: ids.map(player),
  })
  await saveSquad(g.services.mongo, squad(1, ['h1', 'h2']))
  const people = [{ id: 'h3', name: 'Guest Player', side: 'home' as const }]
  await organiser.match.update({ matchId, setup: lineUps(teams), people })
  const before = await scorer.match.byId({ matchId })
  expect(before.choices?.home.choices.map(({ id }) => id)).toEqual(['h1', 'h2', 'h3'])
  expect(before.choices?.home.strangers).toEqual([])
  expect(before.names).toEqual({ h3: 'Guest Player' })
  await saveSquad(g.services.mongo, squad(2, ['h2']))
  expect((await scorer.match.byId({ matchId })).choices?.home.strangers).toEqual(['h1'])
})

/** Plays an innings of one ball and ends it. */
const playOut = async (matchId: string, runs: number) => {
  await does(matchId, { type: 'TakeLock', device: 'd', from: null })
  const write = async (play: Extract<MatchCommand, { type: 'Play' }>['play']) => {
    const state = (await g.services.log.matches.load(matchId))?.state
    return does(matchId, { type: 'Play', device: 'd', after: state?.plays.at(-1)?.seq ?? null, play })
  }
  await write({ type: 'InningsStart', batting: 'home' })
  await write({ type: 'Delivery', striker: 'h1', nonStriker: 'h2', bowler: 'a1', runs: { bat: runs }, boundary: 4 })
}

/** What the archiver does with a match that has ended. */
const archive = async (matchId: string) => {
  const { log, mongo } = g.services
  await log.matches.archiveTo(matchArchive(mongo), matchId)
  const { seq } = await noteStands(g, matchId)
  await setMatchArchived(mongo, matchId, seq)
  await log.matches.evict(matchId)
}

test('MATCHAPI-4, MATCHAPI-5, MATCHLIVE-3 lists, pictures and the log tell the public what it may know, live and archived', async () => {
  const { slug, organiser, scorer, teams } = await league()
  const matchId = await aMatch(organiser, slug, teams)
  await organiser.match.update({ matchId, setup: lineUps(teams) })
  await scorer.match.start({ matchId })
  await playOut(matchId, 4)
  const ended = await does(matchId, { type: 'End', as: { is: 'awarded', to: 'away' } })
  const look = async () => {
    const [card] = await g.guest.match.list({ slug })
    expect(card?.line).toEqual({ home: '4/0 (0.1)', away: '', result: 'Team BB won (awarded)' })
    const picture = await g.guest.match.view({ matchId })
    expect(picture?.state.keeper).toBeNull()
    expect(picture?.state.plays.every(({ by, device }) => by === '' && device === '')).toBe(true)
    const lines = await g.guest.match.entries({ matchId, from: 1, limit: 100 })
    expect(lines.map(({ type }) => type)).toEqual(['MatchCreated', 'Hidden', 'Played', 'Played', 'MatchEnded'])
    const own = await scorer.match.entries({ matchId, from: 2, limit: 1 })
    expect(own).toMatchObject([{ type: 'LockTaken', device: 'd', by: 'scorer' }])
  }
  await look()
  await archive(matchId)
  await look()
  await scorer.match.reopen({ matchId })
  await scorer.match.reopen({ matchId })
  const state = (await g.services.log.matches.load(matchId))?.state
  expect(state).toMatchObject({ seq: ended + 2, epoch: 2, phase: { is: 'live' } })
  expect((await matchById(g.services.mongo, matchId))?.log).toBe('live')
})

test('MATCHLIVE-7 where an event delays its public, lists and pictures are as late as it says, and scorers see now', async () => {
  const { slug, organiser, scorer, teams } = await league(['AA', 'BB'], { delayMs: 60_000 })
  const matchId = await aMatch(organiser, slug, teams)
  await organiser.match.update({ matchId, setup: lineUps(teams) })
  await scorer.match.start({ matchId })
  await playOut(matchId, 4)
  expect((await g.guest.match.view({ matchId }))?.state).toMatchObject({ seq: 1, plays: [] })
  expect(await g.guest.match.entries({ matchId, from: 1, limit: 100 })).toHaveLength(1)
  const [card] = await g.guest.match.list({ slug })
  expect(card).toMatchObject({ status: 'scheduled', line: { home: '', result: null } })
  expect((await scorer.match.view({ matchId }))?.state.plays).toHaveLength(2)
})

test('MATCHAPI-4, SHOWS-3 matches of a private event are for people with a role', async () => {
  const shows = { listed: false, pool: true, room: false }
  const { slug, organiser, scorer, teams } = await league(['AA', 'BB'], { shows })
  const matchId = await aMatch(organiser, slug, teams)
  expect(await g.guest.match.list({ slug })).toEqual([])
  await expect(g.guest.match.byId({ matchId })).rejects.toMatchObject(refusal('AUTH.SIGN_IN_FIRST'))
  const stranger = await g.person()
  await expect(stranger.api.match.view({ matchId })).rejects.toMatchObject(refusal('AUTH.FORBIDDEN'))
  expect(await scorer.match.list({ slug })).toHaveLength(1)
})

test('FIX-12 fixtures are seen before they are made, made once however often, and replaced where they were not begun', async () => {
  const { slug, organiser, scorer, teams } = await league(['AA', 'BB', 'CC', 'DD'])
  const firstAtMs = Date.UTC(2030, 2, 30, 12)
  const asked = {
    slug,
    teamIds: teams,
    plan: { kind: 'round-robin', legs: 1 } as const,
    days: { firstAtMs, perDay: 2, minutesApart: 240, daysApart: 2 },
  }
  const planned = await organiser.match.previewFixtures(asked)
  expect(planned).toHaveLength(6)
  expect(planned[3]).toMatchObject({ number: 4, startsAtMs: firstAtMs + 2 * 86_400_000 + 240 * 60_000 })
  await expect(scorer.match.previewFixtures(asked)).rejects.toMatchObject(refusal('AUTH.FORBIDDEN'))
  expect(await g.guest.match.list({ slug })).toEqual([])
  const league1 = { ...asked, sport: 'cricket', format: 't20' } as const
  const { matchIds } = await organiser.match.makeFixtures(league1)
  expect((await organiser.match.makeFixtures(league1)).matchIds).toEqual(matchIds)
  expect((await g.guest.match.list({ slug })).map((card) => card.sides.home.name)).toEqual(
    planned.map(({ home }) => home),
  )
  await scorer.match.start({ matchId: matchIds[0] ?? '' })
  const knockOut = { ...league1, plan: { kind: 'knock-out', thirdPlace: false }, replace: true } as const
  await organiser.match.makeFixtures(knockOut)
  const cards = await g.guest.match.list({ slug })
  expect(cards.map((card) => card.round?.stage)).toEqual(['League', 'Semi-final', 'Semi-final', 'Final'])
  expect(cards[3]?.sides.home).toMatchObject({ team: null, name: 'Winner of semi-final 1' })
  await expect(scorer.match.start({ matchId: cards[3]?.matchId ?? '' })).rejects.toMatchObject(
    refusal('MATCH.OPEN_SIDES'),
  )
  const one = { ...asked, teamIds: teams.slice(0, 1) }
  await expect(organiser.match.previewFixtures(one)).rejects.toMatchObject(refusal('MATCH.NO_FIXTURES'))
})

test('FIX-13 who comes out of a match is entered in the next one, and entered anew when its result is corrected', async () => {
  const { slug, organiser, scorer, teams } = await league(['AA', 'BB', 'CC', 'DD'])
  const plan = { kind: 'knock-out', thirdPlace: true } as const
  const made = await organiser.match.makeFixtures({
    ...{ slug, teamIds: teams, plan, days: null, sport: 'football', format: 'laws' },
  })
  const [semi = '', , third = '', final = ''] = made.matchIds
  await scorer.match.start({ matchId: semi })
  const { mongo } = g.services
  const eventId = (await matchById(mongo, semi))?.eventId ?? ''
  const settle = async () => {
    await noteStands(g, semi)
    await advanceMatches(mongo, { id: eventId })
    await advanceMatches(mongo, { id: eventId })
    return (await matchById(mongo, final))?.sides.home
  }
  expect(await settle()).toMatchObject({ team: null })
  await does(semi, { type: 'End', as: { is: 'conceded', by: 'home' } })
  expect(await settle()).toMatchObject({ team: teams[3], name: 'Team DD' })
  expect((await matchById(mongo, third))?.sides.home.team).toBe(teams[0])
  expect((await matchById(mongo, final))?.setup).toMatchObject({ knockout: true, sides: { home: { team: teams[3] } } })
  await does(semi, { type: 'Reopen' })
  expect(await settle()).toMatchObject({ team: null, name: 'Winner of semi-final 1' })
  await does(semi, { type: 'End', as: { is: 'awarded', to: 'home' } })
  expect(await settle()).toMatchObject({ team: teams[0], name: 'Team AA' })
})

test('FIX-13 who comes out of a group is entered once all its results are confirmed, by its table', async () => {
  const { slug, organiser, scorer, teams } = await league(['AA', 'BB', 'CC', 'DD'])
  const plan = { kind: 'groups', groups: 2, legs: 1, through: 1, thirdPlace: false } as const
  const { matchIds } = await organiser.match.makeFixtures({
    ...{ slug, teamIds: teams, plan, days: null, sport: 'kabaddi', format: 'pkl' },
  })
  const [one = '', two = '', final = ''] = matchIds
  const { mongo } = g.services
  const settle = async (matchId: string, by: 'home' | 'away') => {
    await scorer.match.start({ matchId })
    await does(matchId, { type: 'End', as: { is: 'conceded', by } })
    await noteStands(g, matchId)
    await advanceMatches(mongo, { id: (await matchById(mongo, matchId))?.eventId ?? '' })
    return (await matchById(mongo, final))?.sides
  }
  expect(await settle(one, 'home')).toMatchObject({ away: { team: null, name: 'Winner of group B' } })
  const sides = await settle(two, 'away')
  const [first, second] = [await matchById(mongo, one), await matchById(mongo, two)]
  expect(sides).toMatchObject({ home: { team: first?.sides.away.team }, away: { team: second?.sides.home.team } })
})
