import { kabaddiPoints } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { file, imported, refused } from '../given-files.ts'

type Event = Record<string, unknown>

const ZERO = {
  raid_touch_points: 0,
  raid_bonus_points: 0,
  raid_technical_points: 0,
  raid_all_out_points: 0,
  defending_capture_points: 0,
  defending_bonus_points: 0,
  defending_technical_points: 0,
  defending_all_out_points: 0,
}
/** A raid of team 1 (Owls) or 2 (Bears). */
const raid = (team: 1 | 2, more: Event = {}): Event => ({
  event: 'Empty Raid',
  event_half: 1,
  clock: '15:00',
  raider_id: team * 10,
  raiding_team_id: team,
  defending_team_id: 3 - team,
  defenders: [],
  ...ZERO,
  ...more,
})
const team = (id: number, name: string, score: number) => ({
  id: String(id),
  name,
  score,
  squad: Array.from({ length: 9 }, (_, at) => ({ id: id * 10 + at, name: `${name} ${at}`, starter: at < 7 })),
})
const numbered = (events: readonly Event[]) => events.map((event, at) => ({ event_no: at + 1, ...event }))
const match = (events: readonly Event[], home = 0, away = 0, detail: Event = {}, homeId = '1') => ({
  gameData: {
    match_detail: { date: '2/2/2031', result: { value: '', winning_team_id: 0 }, ...detail },
    teams: { home_team_id: homeId, team: [team(1, 'Owls', home), team(2, 'Bears', away)] },
    events: { event: numbered(events) },
  },
})
const read = (value: unknown) => imported('kabaddi', 'm.json', file('m.json', JSON.stringify(value)))
const total = (value: unknown) => {
  const { home, away } = kabaddiPoints(read(value).state.score)
  return [home, away]
}
const codes = (value: unknown) => read(value).anomalies.map((one) => one.code)

const PLAYED = [
  raid(1, { event: 'Successful Raid', raid_touch_points: 2, defenders: [21, 22] }),
  raid(2, {
    event: 'Unsuccessful Raid',
    raid_bonus_points: 1,
    defending_capture_points: 1,
    defender_id: 13,
    defenders: [13],
  }),
  { event: 'Substitution', event_half: 1, clock: '12:00', player_id: 11, substituted_by: 18, team_id: 1 },
  { event: 'Timeout', event_half: 1, clock: '11:00', team_id: null },
  raid(1, { event_half: 2, event: 'Empty Raid' }),
]

test('RECORD-4 the eight kinds of points of each event make up the score', () => {
  expect(total(match(PLAYED, 3, 1))).toEqual([3, 1])
  const one = read(match(PLAYED, 3, 1))
  expect(one).toMatchObject({ winner: 'home', names: { 'team-home': 'Owls', 10: 'Owls 0' } })
  expect(one.anomalies.map((anomaly) => anomaly.code)).toEqual(['OUT_OF_TURN'])
  expect(one.state.plays.map(({ play }) => play.type)).toEqual([
    'HalfStart',
    'Raid',
    'Raid',
    'Substitution',
    'TimeOut',
    'HalfEnd',
    'HalfStart',
    'Raid',
    'HalfEnd',
  ])
})

test('RECORD-4 what no raid explains is technical, and the event may be called anything', () => {
  const odd = raid(1, { event: 'Mystery', raider_id: null, raid_technical_points: 2, defending_technical_points: 1 })
  expect(total(match([odd], 2, 1))).toEqual([2, 1])
  const strange = raid(1, { event: 'Lobby Out', raid_touch_points: 1, raid_all_out_points: 4 })
  expect(total(match([strange], 5, 0))).toEqual([5, 0])
  expect(codes(match([strange], 5, 0))).toEqual(expect.arrayContaining(['UNKNOWN_EVENT', 'NOT_ALL_OUT']))
  const own = { event: 'Technical', event_half: 1, team_id: 2, ...ZERO, raid_technical_points: 1 }
  expect(
    total(match([own, raid(1, { event: 'Successful Raid', raid_touch_points: 1, raid_all_out_points: 1 })], 2, 1)),
  ).toEqual([2, 1])
  expect(codes(match([{ event: 'Fireworks', event_half: 1 }]))).toEqual(['UNKNOWN_EVENT'])
})

test('RECORD-4 the side that the file calls home is at home; without one, the first', () => {
  expect(total(match(PLAYED, 3, 1, {}, '2'))).toEqual([1, 3])
  expect(total(match(PLAYED, 3, 1, {}, ''))).toEqual([3, 1])
})

test('RECORD-4 an all out and a do-or-die raid come out as the rules say', () => {
  const empty = [raid(1), raid(2), raid(1), raid(2)]
  const dead = raid(1, { event: 'Unsuccessful Raid', do_or_die: true, defending_technical_points: 1 })
  expect(read(match([...empty, dead], 0, 1)).anomalies).toEqual([])
  expect(
    codes(match([raid(1, { event: 'Unsuccessful Raid', do_or_die: true, defending_technical_points: 1 })], 0, 1)),
  ).toEqual(['NOT_DO_OR_DIE'])
})

test('RECORD-4 a yellow card ends after two minutes of the clock', () => {
  const carded = [
    raid(1),
    { event: 'Yellow Card', event_half: 1, clock: '14:00', player_id: 21, team_id: 2 },
    raid(2, { clock: '13:00' }),
    raid(1, { clock: '11:50' }),
  ]
  const types = read(match(carded)).state.plays.map(({ play }) => play.type)
  expect(types).toEqual(['HalfStart', 'Raid', 'Card', 'Raid', 'Return', 'Raid', 'HalfEnd', 'HalfStart', 'HalfEnd'])
})

test('RECORD-4 files without halves, with texts for numbers, or without the page around them', () => {
  const { event_half: _, ...first } = raid(1, { clock: '02:00', raid_touch_points: '1' })
  const { event_half: __, ...second } = raid(2, { clock: '19:30', raid_touch_points: null })
  expect(read(match([first, second], 1, 0)).state.score).toMatchObject({ half: 2, phase: 'ended' })
  expect(total(match(PLAYED, 3, 1).gameData)).toEqual([3, 1])
})

test('RECORD-4 a level match that somebody won was decided elsewhere; another total is named', () => {
  expect(read(match([], 0, 0, { result: { value: 'Bears win', winning_team_id: 2 } })).winner).toBe('away')
  expect(read(match([])).winner).toBeNull()
  expect(read(match(PLAYED, 9, 1)).anomalies).toContainEqual(
    expect.objectContaining({ code: 'TOTAL_DIFFERS', words: expect.stringContaining('sum to 3') }),
  )
})

test('RECORD-7 bad events are refused by their number', () => {
  const bad = (event: Event) => refused(JSON.stringify(match([raid(1), event])))
  expect(bad(raid(2, { raid_touch_points: -1 }))).toMatchObject({
    code: 'BAD_VALUE',
    where: 'event 2, raid_touch_points',
  })
  expect(bad(raid(2, { raid_touch_points: 1e9 })).code).toBe('BAD_VALUE')
  expect(bad(raid(2, { raid_touch_points: {} })).where).toBe('event 2, raid_touch_points')
  expect(bad(raid(2, { raiding_team_id: 7, defending_team_id: 8, raid_touch_points: 1 }))).toMatchObject({
    where: 'event 2',
  })
  expect(bad(raid(2, { defending_team_id: 2 })).code).toBe('BAD_VALUE')
  expect(refused(JSON.stringify({ ...match([]).gameData, teams: { team: [team(1, 'Owls', 0)] } }))).toMatchObject({
    where: 'teams.team',
  })
  expect(refused(JSON.stringify(match(PLAYED)).slice(0, -9)).code).toBe('NOT_JSON')
})
