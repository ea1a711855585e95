import { newId } from '@gavel/db'
import { type Who, without } from '@gavel/testkit'

/** No bot takes part outside a rehearsal, and whoever is shut out opens no socket. */
const EVERYBODY = without('banned')
const WATCHERS = without('bot', 'banned')
const INSIDERS = without('guest', 'fan', 'bot', 'banned')
const SIGNED_IN = without('guest', 'bot', 'banned')
const CONDUCT = ['auctioneer', 'admin', 'operator'] as const
const PADDLES = ['owner', 'otherOwner'] as const
const ARRANGE = ['organiser', ...CONDUCT] as const
const SCORE = ['organiser', 'scorer', 'admin', 'operator'] as const

/** Of another epoch: the log refuses it, so that whoever is let in changes nothing. */
const STALE = 999_999
const [lot, player, set, amount, floorTeam] = [1, 'p1', 'set', 900_000_000, null]

/** What a console asks for, and who may. */
export const COMMANDS: Record<string, { may: readonly Who[]; with?: object }> = {
  StartAuction: { may: CONDUCT },
  OpenLot: { may: CONDUCT, with: { player } },
  RetractBid: { may: CONDUCT, with: { lot, bid: 1 } },
  CallGoing: { may: CONDUCT, with: { lot, call: 1, bid: null } },
  Hammer: { may: CONDUCT, with: { lot, bid: 1 } },
  PassLot: { may: CONDUCT, with: { lot } },
  ReopenLot: { may: CONDUCT, with: { lot } },
  RecallPlayers: { may: CONDUCT, with: { players: [player] } },
  WithdrawPlayer: { may: ARRANGE, with: { player } },
  CallForNames: { may: CONDUCT, with: { perTeam: 1 } },
  CloseNames: { may: CONDUCT },
  MovePlayer: { may: ARRANGE, with: { player, set, before: null } },
  MoveSet: { may: ARRANGE, with: { set, before: null } },
  PauseAuction: { may: CONDUCT, with: { message: 'Tea' } },
  ResumeAuction: { may: CONDUCT },
  EndAuction: { may: CONDUCT },
  Announce: { may: CONDUCT, with: { words: 'Tea in ten minutes.' } },
}

/**
 * What a team does with the own paddle, and from the floor where that can be. The log knows who has a paddle; `may` stands where it refuses for
 * another reason first: nobody is asked for names, and this auction has no hidden maxima.
 */
export const ACTS: Record<string, { with: object; floor: boolean; may?: readonly Who[] }> = {
  ClaimMatch: { with: { lot, term: null }, floor: true },
  RaiseMatch: { with: { lot, amount }, floor: true },
  KeepMatch: { with: { lot }, floor: true },
  DeclineMatch: { with: { lot }, floor: true },
  JoinTieBreak: { with: { lot, joins: true }, floor: true },
  SealAmount: { with: { lot, round: 1, commitment: 'a'.repeat(64) }, floor: false },
  RevealAmount: { with: { lot, round: 1, amount, secret: '0123456789ABCDEF' }, floor: false },
  NamePlayers: { with: { players: [player] }, floor: true, may: SIGNED_IN },
  NominatePlayer: { with: { player, amount }, floor: true },
  SetProxy: { with: { lot, max: null }, floor: false, may: SIGNED_IN },
  SetAutopilot: { with: { policy: 'off', maxima: [] }, floor: false },
}

const [device, after, of, accepting] = ['phone', null, 1, null]
const play = { type: 'Declare' }
const holder = { user: 'somebody', device }
const sheet = (team: string) => ({ team, players: [`${team}1`, `${team}2`] })
const setup = { sides: { home: sheet('h'), away: sheet('a') }, toss: null }

/** What a pad asks for, of the book and of the one that is written beside it; whoever may score may do all of it. */
export const SCORING: Record<string, object> = {
  SetUp: { setup, accepting },
  TakeLock: { device, from: null },
  ReleaseLock: { device },
  Play: { device, after, play },
  Remove: { device, of, accepting },
  Restore: { device, of, accepting },
  Amend: { device, of, play, accepting },
  Insert: { device, before: 1, play, accepting },
  PlayBlind: { device, from: 0, play },
  RemoveBlind: { device, of },
  StopBlind: { device },
  TakeBlind: { device, from: holder },
  End: { as: { is: 'abandoned' } },
  Reopen: {},
}

/** One message as it is sent in an auction or match of this id, and who may send it; `inside`: where the room is for people with a role. */
export type Sending = {
  name: string
  label: string
  message: (id: string) => readonly unknown[]
  may: readonly Who[]
  inside?: readonly Who[]
}

export const AUCTION: readonly Sending[] = [
  { name: 'clock', label: 'clock', message: () => [], may: EVERYBODY },
  {
    name: 'join',
    label: 'join',
    message: (auctionId) => [{ auctionId, since: null, link: null, as: 'public' }],
    may: WATCHERS,
    inside: INSIDERS,
  },
  {
    name: 'react',
    label: 'react',
    message: (auctionId) => [{ auctionId, kind: 'clap' }],
    may: WATCHERS,
    inside: INSIDERS,
  },
  {
    name: 'guess',
    label: 'guess',
    message: (auctionId) => [{ auctionId, lot, amount, name: 'Somebody' }],
    may: WATCHERS,
    inside: INSIDERS,
  },
  ...Object.entries(COMMANDS).map(
    ([type, { may, with: rest }]): Sending => ({
      name: 'command',
      label: `command ${type}`,
      message: (auctionId) => [{ auctionId, commandId: newId(), epoch: STALE, command: { type, ...rest } }],
      may,
    }),
  ),
  ...Object.entries(ACTS).flatMap(([type, { with: rest, floor, may = PADDLES }]): Sending[] => {
    const act = (label: string, may: readonly Who[], team: object): Sending => ({
      name: 'act',
      label,
      message: (auctionId) => [{ auctionId, commandId: newId(), epoch: STALE, act: { type, ...rest, ...team } }],
      may,
    })
    return floor
      ? [act(`act ${type}`, may, { floorTeam }), act(`act ${type} from the floor`, CONDUCT, { floorTeam: 't1' })]
      : [act(`act ${type}`, may, {})]
  }),
  {
    name: 'bid',
    label: 'bid',
    message: (auctionId) => [{ auctionId, commandId: newId(), epoch: 1, lot, amount, floorTeam: null }],
    may: PADDLES,
  },
  {
    name: 'bid',
    label: 'bid from the floor',
    message: (auctionId) => [{ auctionId, commandId: newId(), epoch: STALE, lot, amount, floorTeam: 't1' }],
    may: CONDUCT,
  },
  { name: 'leave', label: 'leave', message: (auctionId) => [{ auctionId }], may: EVERYBODY },
]

export const MATCH: readonly Sending[] = [
  { name: 'clock', label: 'clock', message: () => [], may: EVERYBODY },
  {
    name: 'join',
    label: 'join',
    message: (matchId) => [{ matchId, since: null, link: null, as: 'public' }],
    may: WATCHERS,
    // An event of matches alone has no teams that are owned.
    inside: without('guest', 'fan', 'owner', 'otherOwner', 'bot', 'banned'),
  },
  ...Object.entries(SCORING).map(
    ([type, rest]): Sending => ({
      name: 'command',
      label: `command ${type}`,
      message: (matchId) => [{ matchId, commandId: newId(), epoch: STALE, command: { type, ...rest } }],
      may: SCORE,
    }),
  ),
  { name: 'leave', label: 'leave', message: (matchId) => [{ matchId }], may: EVERYBODY },
]
