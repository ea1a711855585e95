import { createHash } from 'node:crypto'
import { matchArchive } from '@gavel/db'
import { foldMatch } from '@gavel/scoring'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anEvent, type Given, given, refusal, teamsFor } from '../given.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const league = async () => {
  const organiser = await g.person({ creator: true })
  const { slug, auctionId } = await organiser.api.event.create(anEvent())
  await teamsFor(organiser.api, auctionId ?? '', ['AA', 'BB'])
  return { slug, api: organiser.api }
}

const bat = (batter: string, non: string, runs: number, more: object = {}) => ({
  ...{ batter, non_striker: non, bowler: 'Olga Otto', runs: { batter: runs, extras: 0, total: runs } },
  ...more,
})

/** Two overs of a made-up match, of which one side is an event's own. */
const file = () => ({
  meta: { data_version: '1.1.0', created: '2026-01-01', revision: 1 },
  info: {
    balls_per_over: 6,
    dates: ['2026-01-02'],
    gender: 'female',
    match_type: 'T20',
    overs: 20,
    teams: ['Team AA', 'Elsewhere'],
    players: { 'Team AA': ['Anna Ape', 'Bela Bee'], Elsewhere: ['Olga Otto', 'Pia Pink'] },
    registry: {
      people: { 'Anna Ape': '0000000a', 'Bela Bee': '0000000b', 'Olga Otto': '0000000c', 'Pia Pink': '0000000d' },
    },
    toss: { winner: 'Team AA', decision: 'bat' },
    venue: 'Made-up Park',
    outcome: { result: 'no result' },
  },
  innings: [
    {
      team: 'Team AA',
      overs: [
        {
          over: 0,
          deliveries: [
            bat('Anna Ape', 'Bela Bee', 4),
            bat('Anna Ape', 'Bela Bee', 1),
            bat('Bela Bee', 'Anna Ape', 0),
            bat('Bela Bee', 'Anna Ape', 6),
          ],
        },
      ],
    },
  ],
})

const asFile = (content: unknown) => ({
  name: 'match.json',
  base64: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)).toString('base64'),
})

test('MATCHAPI-6 a file comes in whole, with its log in the archive, and the same file again is the same match', async () => {
  const { slug, api } = await league()
  const asked = { slug, name: 'match.json', files: [asFile(file())] }
  const [made] = await api.match.import(asked)
  const matchId = made?.matchId ?? ''
  expect((await api.match.import(asked)).map((one) => one.matchId)).toEqual([matchId])
  const cards = await g.guest.match.list({ slug })
  expect(cards).toMatchObject([
    {
      ...{ matchId, status: 'ended', origin: 'import', venue: 'Made-up Park', line: { home: '11/0 (0.4)' } },
      sides: { home: { name: 'Team AA', short: 'AA' }, away: { name: 'Elsewhere' } },
    },
  ])
  const rows = await matchArchive(g.services.mongo).read(matchId, 1, 100)
  let hash = '0'.repeat(64)
  for (const row of rows) {
    hash = createHash('sha256')
      .update(hash + row.body)
      .digest('hex')
    expect(row.hash).toBe(hash)
  }
  const folded = foldMatch(rows.map(({ seq, body }) => ({ ...JSON.parse(body), seq })))
  expect((await g.guest.match.view({ matchId }))?.state.score).toEqual(folded?.score)
  const page = await g.guest.match.byId({ matchId })
  expect(page.names).toMatchObject({ '0000000a': 'Anna Ape', '0000000c': 'Olga Otto' })
  await api.match.start({ matchId })
  await api.match.reopen({ matchId })
  expect((await g.services.log.matches.load(matchId))?.state).toMatchObject({ epoch: 2, phase: { is: 'live' } })
})

test('MATCHAPI-7 what was imported and is written out says the same again', async () => {
  const { slug, api } = await league()
  const [made] = await api.match.import({ slug, name: 'match.json', files: [asFile(file())] })
  const { name, text } = await g.guest.match.exportCricsheet({ matchId: made?.matchId ?? '' })
  expect(name).toBe(`${made?.matchId}.json`)
  const written = JSON.parse(text)
  expect(written.innings).toEqual(file().innings)
  expect(written.info).toMatchObject({ teams: ['Team AA', 'Elsewhere'], dates: ['2026-01-02'], venue: 'Made-up Park' })
  expect(written.info.registry.people).toEqual(file().info.registry.people)
})

test('MATCHAPI-6 a file that holds no match that can be is refused with its place, and nothing comes in', async () => {
  const { slug, api } = await league()
  const bad = (content: unknown, words: RegExp) =>
    expect(api.match.import({ slug, name: 'x.json', files: [asFile(content)] })).rejects.toMatchObject({
      message: expect.stringMatching(words),
      cause: expect.objectContaining({ code: 'MATCH.UNREADABLE' }),
    })
  await bad(JSON.stringify(file()).slice(0, 900), /x\.json/)
  await bad('{"hello":"world"}', /x\.json/)
  const wrong = file()
  wrong.innings[0]?.overs[0]?.deliveries.push(bat('Anna Ape', 'Nobody Known', 1))
  const many = Array.from({ length: 30 }, () =>
    bat('Anna Ape', 'Bela Bee', 0, { wickets: [{ kind: 'sulked', player_out: 'Anna Ape' }] }),
  )
  wrong.innings[0]?.overs[0]?.deliveries.push(...many)
  await bad(wrong, /innings 1|deliver|wicket/i)
  expect(await g.guest.match.list({ slug })).toEqual([])
  const stranger = await g.person()
  const asked = { slug, name: 'match.json', files: [asFile(file())] }
  await expect(stranger.api.match.import(asked)).rejects.toMatchObject(refusal('AUTH.FORBIDDEN'))
})

test('MATCHAPI-8 an operator proves a match, and is told the first thing that is not as it should be', async () => {
  const { slug, api } = await league()
  const [made] = await api.match.import({ slug, name: 'match.json', files: [asFile(file())] })
  const matchId = made?.matchId ?? ''
  await expect(api.match.verify({ matchId })).rejects.toMatchObject(refusal('AUTH.FORBIDDEN'))
  const rows = await matchArchive(g.services.mongo).read(matchId, 1, 100)
  expect(await g.operator.match.verify({ matchId })).toEqual({
    ...{ matchId, ok: true, entries: rows.length, hash: rows.at(-1)?.hash, live: false, behind: 0 },
    firstDifference: null,
  })
  await api.match.reopen({ matchId })
  expect(await g.operator.match.verify({ matchId })).toMatchObject({ ok: true, live: true, behind: 2 })
  const log = g.services.mongo.connection.collection<{ _id: string }>('matchLog')
  await log.updateOne({ _id: `${matchId}:3` }, { $set: { body: rows[3]?.body } })
  expect(await g.operator.match.verify({ matchId })).toMatchObject({
    ...{ ok: false, entries: 2, firstDifference: { seq: 3, what: 'its link does not follow' } },
  })
})
