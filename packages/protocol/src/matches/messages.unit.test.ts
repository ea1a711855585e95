import { expect, test } from 'vitest'
import { badmintonPlay } from './badminton.ts'
import { cricketPlay } from './cricket.ts'
import { footballPlay } from './football.ts'
import { kabaddiPlay } from './kabaddi.ts'
import { matchCommandMessage, matchJoinMessage, scorerCommand } from './messages.ts'
import { volleyballPlay } from './volleyball.ts'

const ball = { type: 'Delivery', striker: 'h1', nonStriker: 'h2', bowler: 'a1', runs: { bat: 1 } }
const fits = (command: object) => scorerCommand('cricket').safeParse(command).success

test('MATCHLIVE-6 a ball has its shape, and nothing else', () => {
  const takes = (change: object) => cricketPlay.safeParse({ ...ball, ...change }).success
  for (const change of [
    {},
    { nonStriker: null },
    { runs: { bat: 4 }, boundary: 4 },
    { runs: { bat: 0, noBalls: 2, byes: 1 }, crossed: true, ran: 1 },
    { wickets: [{ kind: 'caught', out: 'h1', fielders: [{ player: 'a2' }, { player: null, substitute: true }] }] },
    { review: { by: 'away', decision: 'struck down', umpiresCall: true }, note: 'dropped first — twice' },
  ])
    expect(takes(change), JSON.stringify(change)).toBe(true)
  for (const change of [
    { striker: '' },
    { bowler: 'a b' },
    { runs: { bat: -1 } },
    { runs: { bat: 0.5 } },
    { runs: { bat: 1e9 } },
    { runs: {} },
    { boundary: 5 },
    { wickets: [{ kind: 'sulked', out: 'h1' }] },
    { wickets: Array.from({ length: 3 }, () => ({ kind: 'bowled', out: 'h1' })) },
    { note: 'two\nlines' },
    { note: 'x'.repeat(201) },
    { freeHit: true },
    { type: 'Delivered' },
  ])
    expect(takes(change), JSON.stringify(change)).toBe(false)
})

test('MATCHLIVE-6 each command has its own fields, and nobody says who gives it', () => {
  const device = 'phone-1'
  const lawful = [
    { type: 'TakeLock', device, from: null },
    { type: 'TakeLock', device, from: { user: 'u1', device: 'd2' } },
    { type: 'ReleaseLock', device },
    { type: 'Play', device, after: null, play: ball },
    { type: 'Remove', device, of: 4, accepting: null },
    { type: 'Restore', device, of: 4, accepting: 'a1b2c3' },
    { type: 'Amend', device, of: 4, play: ball, accepting: null },
    { type: 'Insert', device, before: 4, play: ball, accepting: null },
    { type: 'PlayBlind', device, from: 0, play: ball },
    { type: 'RemoveBlind', device, of: 9 },
    { type: 'StopBlind', device },
    { type: 'TakeBlind', device, from: { user: 'u1', device: 'd2' } },
    { type: 'End', as: null },
    { type: 'End', as: { is: 'awarded', to: 'home' } },
    { type: 'Reopen' },
  ]
  for (const command of lawful) expect(fits(command), command.type).toBe(true)
  for (const command of lawful) expect(fits({ ...command, by: 'somebody' }), command.type).toBe(false)
  for (const type of ['Recovered', 'CreateMatch', 'Played', '']) expect(fits({ type, device })).toBe(false)
  for (const after of [-1, 1.5, '3', undefined]) expect(fits({ type: 'Play', device, after, play: ball })).toBe(false)
  expect(fits({ type: 'Play', device: 'a b', after: 1, play: ball })).toBe(false)
  const sheet = { team: 't1', players: ['p1', 'p2'], captain: 'p1' }
  const setup = { sides: { home: sheet, away: { ...sheet, team: 't2' } }, toss: { winner: 'home', chose: 'bat' } }
  expect(fits({ type: 'SetUp', setup, accepting: null })).toBe(true)
  expect(fits({ type: 'SetUp', setup: { ...setup, toss: undefined }, accepting: null })).toBe(false)
  const many = { ...setup, sides: { ...setup.sides, home: { ...sheet, players: Array(41).fill('p1') } } }
  expect(fits({ type: 'SetUp', setup: many, accepting: null })).toBe(false)
})

test('MATCHLIVE-6 the plays of every sport are told apart by their type', () => {
  expect(badmintonPlay.safeParse({ type: 'Rally', winner: 'home', serving: null, server: null }).success).toBe(true)
  expect(volleyballPlay.safeParse({ type: 'Rally', winner: 'away', serving: 'home', server: 'h1' }).success).toBe(true)
  expect(volleyballPlay.safeParse({ type: 'Rally', winner: 'nobody', serving: null, server: null }).success).toBe(false)
  const goal = { type: 'Goal', side: 'home', how: 'own', scorer: null, assist: null, at: { minute: 45, added: 2 } }
  expect(footballPlay.safeParse(goal).success).toBe(true)
  expect(footballPlay.safeParse({ ...goal, at: { minute: 45 } }).success).toBe(false)
  const raid = {
    type: 'Raid',
    ...{ raiding: 'home', raider: 'h1', touched: ['a1', null], steppedOut: [], bonus: true },
    ...{ lost: null, by: [], superTackle: false, allOut: null },
  }
  expect(kabaddiPlay.safeParse(raid).success).toBe(true)
  expect(kabaddiPlay.safeParse({ ...raid, touched: Array(8).fill(null) }).success).toBe(false)
})

test('MATCHLIVE-5, JOIN-1 a page says what it is for, and where it stands', () => {
  const join = { matchId: 'm1', since: null, link: null, as: 'public' }
  expect(matchJoinMessage.safeParse(join).success).toBe(true)
  expect(matchJoinMessage.safeParse({ ...join, since: 7, link: 'a'.repeat(40), as: 'blind' }).success).toBe(true)
  expect(matchJoinMessage.safeParse({ ...join, as: 'umpire' }).success).toBe(false)
  expect(matchJoinMessage.safeParse({ ...join, matchId: '{m}:state' }).success).toBe(false)
  const command = { matchId: 'm1', commandId: 'command-1', epoch: 1, command: { type: 'Reopen' } }
  expect(matchCommandMessage.safeParse(command).success).toBe(true)
  for (const change of [{ commandId: 'short' }, { epoch: 0 }, { matchId: '' }, { by: 'x' }])
    expect(matchCommandMessage.safeParse({ ...command, ...change }).success).toBe(false)
})
