import {
  type AuctionState,
  type Command,
  decide,
  leadingBid,
  nextUp,
  type PlayerId,
  refusalWords,
  type TeamId,
} from '@gavel/auction'
import type { ConsoleCommand, TeamAct } from '@gavel/protocol'
import { asksOf } from '../stages/asks.ts'

/** What stands on a button, which key does the same, and what is said of it. */
type ActionLook = {
  key: string
  face: string
  sending: string
  done: string
  /** It cannot be taken back: its key is pressed twice, its button held. */
  twice: boolean
}

/** Everything that the desk may do, in one table: buttons, keys and the help page are made from it. */
export const ACTIONS = {
  start: { key: 's', face: 'Start the auction', sending: 'Starting', done: 'Started', twice: true },
  open: { key: 'o', face: 'Open', sending: 'Opening', done: 'Opened', twice: false },
  once: { key: '1', face: 'Going once', sending: 'Calling once', done: 'Going once', twice: false },
  twice: { key: '2', face: 'Going twice', sending: 'Calling twice', done: 'Going twice', twice: false },
  hammer: { key: 'h', face: 'Hammer', sending: 'The hammer falls', done: 'The hammer has fallen', twice: true },
  next: { key: 'n', face: 'Next', sending: 'Opening', done: 'Opened', twice: false },
  unsold: { key: 'u', face: 'Unsold', sending: 'Closing without a bid', done: 'Unsold', twice: true },
  undo: {
    key: 'z',
    face: 'Undo bid',
    sending: 'Taking the last bid back',
    done: 'The last bid was taken back',
    twice: true,
  },
  pause: { key: 'p', face: 'Pause', sending: 'Pausing', done: 'Paused', twice: false },
  resume: { key: 'p', face: 'Resume', sending: 'Resuming', done: 'Resumed', twice: false },
  reopen: { key: 'r', face: 'Reopen', sending: 'Taking the hammer back', done: 'The lot is open again', twice: true },
  yes: { key: 'y', face: 'Yes', sending: 'Answering yes', done: 'The answer counts', twice: true },
  no: { key: 'x', face: 'No', sending: 'Answering no', done: 'The answer counts', twice: true },
  withdraw: { key: 'w', face: 'Withdraw', sending: 'Withdrawing', done: 'Withdrawn', twice: true },
  bar: { key: 'i', face: 'Not eligible', sending: 'Barring', done: 'Barred', twice: true },
  callNames: {
    key: 'c',
    face: 'Call for names',
    sending: 'Calling for names',
    done: 'Names are called for',
    twice: true,
  },
  closeNames: {
    key: 'c',
    face: 'Close the names',
    sending: 'Closing the names',
    done: 'The names are in',
    twice: true,
  },
  end: { key: 'e', face: 'End', sending: 'Ending', done: 'Ended', twice: true },
} as const satisfies Record<string, ActionLook>

export type ActionName = keyof typeof ACTIONS
export const ACTION_NAMES = Object.keys(ACTIONS) as ActionName[]

/** What the desk sends: a command of the console, or what a team says, spoken for it in the hall. */
export type DeskCommand = ConsoleCommand | TeamAct

/** Something the auctioneer may do: what it sends, and why it is off, if it is. */
type ConsoleAction = { command: DeskCommand | null; reason: string | null }
export type ConsoleActions = Readonly<Record<ActionName, ConsoleAction>>

/** What the auctioneer has chosen beside the buttons. */
type Chosen = {
  /** The player chosen in the running order; without one, the next in order. */
  player: PlayerId | null
  /** How many names each team may give. */
  namesPerTeam: number
}

/**
 * What the console may do now. Each reason comes from the core, which is asked the very command that the button would send.
 *
 * @param off why everything is off (no connection), or null
 */
export function actionsOf(auction: AuctionState, chosen: Chosen, off: string | null, nowMs: number): ConsoleActions {
  const { lot, lastLot } = auction
  const leading = lot ? leadingBid(lot) : null
  const next = nextUp(auction)
  const { team: asked, yes, no } = floorAnswers(auction)

  const ask = (command: DeskCommand | null, without: string): ConsoleAction => ({
    command,
    reason: off ?? (command ? whyRefused(auction, command, nowMs) : without),
  })
  const noLot = lot ? 'There is no bid on this player' : 'No player is up for sale'
  const call = (call: 1 | 2): ConsoleCommand | null =>
    lot && { type: 'CallGoing', lot: lot.lot, call, bid: leading?.seq ?? null }
  const withdraw = (why: 'withdrawn' | 'ineligible'): ConsoleCommand | null =>
    chosen.player === null ? null : { type: 'WithdrawPlayer', player: chosen.player, why }
  return {
    start: ask({ type: 'StartAuction' }, ''),
    open: ask(opening(auction, chosen.player ?? next), 'Nobody is waiting'),
    next: ask(opening(auction, next), 'Nobody is waiting'),
    once: ask(call(1), noLot),
    twice: ask(call(2), noLot),
    hammer: ask(lot && leading ? { type: 'Hammer', lot: lot.lot, bid: leading.seq } : null, noLot),
    unsold: ask(lot ? { type: 'PassLot', lot: lot.lot } : null, 'No player is up for sale'),
    undo: ask(lot && leading ? { type: 'RetractBid', lot: lot.lot, bid: leading.seq } : null, noLot),
    pause: ask({ type: 'PauseAuction', message: '' }, ''),
    resume: ask({ type: 'ResumeAuction' }, ''),
    reopen: ask(
      lastLot ? { type: 'ReopenLot', lot: lastLot.lot } : null,
      'No hammer has fallen since the last lot opened',
    ),
    yes: ask(yes, asked ? 'This takes a price: see the answer below' : 'No team is asked anything'),
    no: ask(no, 'No team is asked anything'),
    withdraw: ask(withdraw('withdrawn'), 'Choose a player in the running order'),
    bar: ask(withdraw('ineligible'), 'Choose a player in the running order'),
    callNames: ask({ type: 'CallForNames', perTeam: chosen.namesPerTeam }, ''),
    closeNames: ask({ type: 'CloseNames' }, ''),
    end: ask({ type: 'EndAuction' }, ''),
  }
}

/** Puts a player up: as the auctioneer, or for the team whose turn it is, at the base price. */
function opening(auction: AuctionState, player: PlayerId | null): DeskCommand | null {
  if (player === null) return null
  const { turn } = auction
  if (turn === null) return { type: 'OpenLot', player }
  const amount = auction.players[player]?.base ?? 0
  return { type: 'NominatePlayer', player, amount, floorTeam: turn.team }
}

type FloorAnswers = { team: TeamId | null; yes: TeamAct | null; no: TeamAct | null }

/** The first team that is asked something in the hall, and what its yes and its no would be. Sealed amounts are for its own paddle alone. */
export function floorAnswers(auction: AuctionState): FloorAnswers {
  for (const team of Object.keys(auction.teams)) {
    for (const ask of asksOf(auction, team)) {
      const { lot } = ask
      const floorTeam = team
      switch (ask.is) {
        case 'claim': {
          const term = ask.terms[0] ?? null
          // Which card is shown binds, so of several the auctioneer names one on the team's own pad.
          const yes: TeamAct | null = ask.terms.length > 1 ? null : { type: 'ClaimMatch', lot, term, floorTeam }
          return { team, yes, no: { type: 'DeclineMatch', lot, floorTeam } }
        }
        case 'raise':
          return { team, yes: null, no: { type: 'RaiseMatch', lot, amount: ask.amount, floorTeam } }
        case 'keep':
          return { team, yes: { type: 'KeepMatch', lot, floorTeam }, no: { type: 'DeclineMatch', lot, floorTeam } }
        case 'join':
          return {
            team,
            yes: { type: 'JoinTieBreak', lot, joins: true, floorTeam },
            no: { type: 'JoinTieBreak', lot, joins: false, floorTeam },
          }
        case 'seal':
        case 'reveal':
          continue
        default:
          return ask satisfies never
      }
    }
  }
  return { team: null, yes: null, no: null }
}

/** Which of the two a key stands for now: a pause is ended by the key that began it, and so is a call for names. */
export function actionOfKey(auction: AuctionState, key: string): ActionName | null {
  if (key === ACTIONS.pause.key) return auction.phase.is === 'paused' ? 'resume' : 'pause'
  if (key === ACTIONS.callNames.key) return auction.round === null ? 'callNames' : 'closeNames'
  return ACTION_NAMES.find((name) => ACTIONS[name].key === key) ?? null
}

/** Why the core would refuse this command now, in words for a button, or null. */
export function whyRefused(auction: AuctionState, command: DeskCommand, nowMs: number): string | null {
  const decision = decide(auction, { ...command, by: 'console' } as Command, nowMs)
  return 'refusal' in decision ? refusalWords(decision.refusal, auction.rules.currency).replace(/\.$/, '') : null
}
