import { accept, type Decision, own, phaseRefusal, refuse, whileIn } from './answers.ts'
import { ANNOUNCEMENT, type Command, type CommandOf, HOLD_MS } from './commands.ts'
import { callGoing, placeBid, retractBid } from './decide-bids.ts'
import { approveCorrection, dropCorrection, proposeCorrection } from './decide-corrections.ts'
import { closeLot, hammer, openLot, passLot, recallPlayers, reopenLot } from './decide-lots.ts'
import { claimMatch, declineMatch, keepMatch, raiseMatch } from './decide-match.ts'
import { callForNames, closeNames, missTurn, namePlayers, nominatePlayer } from './decide-names.ts'
import { setAutopilot, setProxy } from './decide-proxies.ts'
import {
  addPlayers,
  addTeam,
  arrangePool,
  changeRules,
  editPlayer,
  grantPaddle,
  movePlayer,
  moveSet,
  removePlayers,
  removeTeam,
  retainPlayer,
  setFormerTeams,
  setPurse,
  withdrawPlayer,
} from './decide-setup.ts'
import { joinTieBreak, revealAmount, sealAmount } from './decide-tiebreak.ts'
import type { Draft } from './entries.ts'
import { withLot } from './on-lot.ts'
import { withAnswers } from './proxies.ts'
import type { RuleSet } from './rule-set.ts'
import { type AuctionState, openLots } from './state.ts'

/**
 * What a command does to an auction: the entries to append, or a refusal. Pure and total: the same state, command and time always
 * give the same answer. `nowMs` is the store's clock. The order of the checks is part of the specification (docs/spec/auction.md),
 * because `bid.lua` makes the same ones in the same order.
 */
export function decide(state: AuctionState, command: Command, nowMs: number): Decision {
  const decision = act(state, command, nowMs)
  if ('refusal' in decision) return decision
  return { entries: withAnswers(state, { type: command.type, entries: decision.entries }, nowMs) }
}

function act(state: AuctionState, command: Command, nowMs: number): Decision {
  switch (command.type) {
    case 'AddTeam':
      return addTeam(state, command)
    case 'RemoveTeam':
      return removeTeam(state, command)
    case 'SetPurse':
      return setPurse(state, command)
    case 'ChangeRules':
      return changeRules(state, command)
    case 'GrantPaddle':
      return grantPaddle(state, command)
    case 'RevokePaddle':
      if (state.phase.is === 'ended') return refuse('ENDED')
      if (!own(state.paddles, command.user)) return refuse('NOT_A_PADDLE')
      return accept({ type: 'PaddleRevoked', user: command.user })
    case 'AddPlayers':
      return addPlayers(state, command)
    case 'RemovePlayers':
      return removePlayers(state, command)
    case 'EditPlayer':
      return editPlayer(state, command)
    case 'SetFormerTeams':
      return setFormerTeams(state, command)
    case 'MovePlayer':
      return movePlayer(state, command)
    case 'MoveSet':
      return moveSet(state, command)
    case 'ArrangePool':
      return arrangePool(state, command)
    case 'RetainPlayer':
      return retainPlayer(state, command)
    case 'WithdrawPlayer':
      return withdrawPlayer(state, command)
    case 'StartAuction':
      return start(state)
    case 'OpenLot':
      return openLot(state, command)
    case 'PlaceBid':
      return placeBid(state, command, nowMs)
    case 'RetractBid':
      return retractBid(state, command)
    case 'CallGoing':
      return callGoing(state, command)
    case 'Hammer':
      return hammer(state, command)
    case 'PassLot':
      return passLot(state, command)
    case 'CloseLot':
      return closeLot(state, command, nowMs)
    case 'ReopenLot':
      return reopenLot(state, command)
    case 'RecallPlayers':
      return recallPlayers(state, command)
    case 'ClaimMatch':
      return claimMatch(state, command, nowMs)
    case 'RaiseMatch':
      return raiseMatch(state, command, nowMs)
    case 'KeepMatch':
      return keepMatch(state, command, nowMs)
    case 'DeclineMatch':
      return declineMatch(state, command, nowMs)
    case 'JoinTieBreak':
      return joinTieBreak(state, command, nowMs)
    case 'SealAmount':
      return sealAmount(state, command, nowMs)
    case 'RevealAmount':
      return revealAmount(state, command, nowMs)
    case 'CallForNames':
      return callForNames(state, command)
    case 'NamePlayers':
      return namePlayers(state, command)
    case 'CloseNames':
      return closeNames(state, command)
    case 'NominatePlayer':
      return nominatePlayer(state, command, nowMs)
    case 'MissTurn':
      return missTurn(state, command, nowMs)
    case 'SetProxy':
      return setProxy(state, command, nowMs)
    case 'SetAutopilot':
      return setAutopilot(state, command)
    case 'ProposeCorrection':
      return proposeCorrection(state, command)
    case 'ApproveCorrection':
      return approveCorrection(state, command)
    case 'DropCorrection':
      return dropCorrection(state, command)
    case 'HoldLot':
      return withLot(state, command.lot, ['running', 'paused'], () =>
        accept({ type: 'LotHeld', lot: command.lot, forMs: HOLD_MS }),
      )
    case 'PauseAuction':
      return pause(state, command)
    case 'ResumeAuction':
      if (state.phase.is === 'running') return refuse('NOT_PAUSED')
      return whileIn(state, ['paused']) ?? accept({ type: 'AuctionResumed' })
    case 'EndAuction':
      if (openLots(state).length > 0) return refuse('LOT_OPEN')
      return whileIn(state, ['scheduled', 'running', 'paused']) ?? accept({ type: 'AuctionEnded' })
    case 'Announce':
      return announce(state, command)
    case 'NoteNames':
      return accept({ type: 'NamesChanged' })
    default:
      return command satisfies never
  }
}

/** The first entry of every log. */
export function createAuction(auction: string, rules: RuleSet): Draft {
  return { type: 'AuctionCreated', auction, rules }
}

function start(state: AuctionState): Decision {
  const phase = phaseRefusal(state, ['scheduled'])
  if (phase) return { refusal: phase }
  if (Object.keys(state.teams).length < 2) return refuse('NOT_ENOUGH_TEAMS')
  return accept({ type: 'AuctionStarted' })
}

/** A pause that lasts takes another message; it is not paused again. */
function pause(state: AuctionState, { message }: CommandOf<'PauseAuction'>): Decision {
  const { phase } = state
  const another = phase.is === 'paused' && message !== '' && message !== phase.message
  return (another ? null : whileIn(state, ['running'])) ?? accept({ type: 'AuctionPaused', message })
}

/** A line to every screen, which pauses nothing (SAY-1, SAY-2). */
function announce(state: AuctionState, { words }: CommandOf<'Announce'>): Decision {
  if (words !== null && !ANNOUNCEMENT.test(words)) return refuse('BAD_WORDS')
  const phase = whileIn(state, ['scheduled', 'running', 'paused'])
  if (phase) return phase
  if (words === (state.announcement?.words ?? null)) return refuse('NOTHING_CHANGES')
  return accept({ type: 'Announced', words })
}
