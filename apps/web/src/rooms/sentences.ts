import type { Told, VisibleEntry } from '@gavel/auction'
import { formatMoney } from '@gavel/ui'
import type { Directory } from './directory.ts'

/** One entry of the log as a sentence, or null for what has no words for this audience. */
export function sentence(entry: VisibleEntry | Told, directory: Directory, currency: string): string | null {
  // Who has left again has no card any more.
  const team = (id: string) => (directory.hasTeam(id) ? directory.team(id).name : 'A team')
  // What the core said for a team is told from what the team said.
  const speaker = (said: { team: string; auto?: true }) => `${team(said.team)}${said.auto ? ', away,' : ''}`
  const player = (id: string) => (directory.hasPlayer(id) ? directory.player(id).name : 'A player')
  const money = (amount: number) => formatMoney(amount, currency)
  switch (entry.type) {
    case 'Hidden':
      return null
    case 'AuctionCreated':
      return `The auction was made under ${entry.rules.name}.`
    case 'TeamAdded':
      return `${team(entry.team)} joined with a purse of ${money(entry.purse)}.`
    case 'TeamRemoved':
      return `${team(entry.team)} left.`
    case 'PurseSet':
      return `${team(entry.team)} has a purse of ${money(entry.purse)}.`
    case 'RulesChanged':
      return `The auction goes by ${entry.rules.name}.`
    case 'PaddleGranted':
      return `A paddle was given for ${team(entry.team)}.`
    case 'PaddleRevoked':
      return 'A paddle was taken back.'
    case 'PlayerAdded':
      return `${player(entry.player)} joined the pool at ${money(entry.base)}.`
    case 'PlayerRemoved':
      return `${player(entry.player)} was taken out of the pool.`
    case 'PlayerEdited':
      return `${player(entry.player)} has a base of ${money(entry.base)}.`
    case 'FormerTeamSet':
      return entry.team === null
        ? `${player(entry.player)} has no former team here.`
        : `${player(entry.player)} played for ${team(entry.team)} last season.`
    case 'PlayerMoved':
      return `${player(entry.player)} was moved in the running order.`
    case 'SetMoved':
      return `${directory.set(entry.set)} was moved in the running order.`
    case 'PoolArranged':
      return 'The running order was arranged anew.'
    case 'PlayerRetained':
      return `${team(entry.team)} retained ${player(entry.player)} for ${money(entry.amount)}.`
    case 'PlayerWithdrawn':
      return `${player(entry.player)} was withdrawn.`
    case 'AuctionStarted':
      return 'The auction started.'
    case 'LotOpened':
      return `Lot ${entry.lot}: ${player(entry.player)} at a base of ${money(entry.base)}.`
    case 'BidPlaced':
      return `${team(entry.team)} bid ${money(entry.amount)}${entry.floor ? ' from the floor' : entry.auto ? ' by a hidden maximum' : ''}.`
    case 'BidRetracted':
      return 'The last bid was taken back.'
    case 'GoingCalled':
      return entry.call === 1 ? 'Going once.' : 'Going twice.'
    case 'LotSold':
      return `${player(entry.player)} sold to ${team(entry.team)} for ${money(entry.amount)}.`
    case 'LotUnsold':
      return `${player(entry.player)} went unsold.`
    case 'PlayerRecalled':
      return `${player(entry.player)} was recalled${entry.base === undefined ? '' : ` at a base of ${money(entry.base)}`}.`
    case 'LotReopened':
      return 'The hammer was taken back: the lot is open again.'
    case 'MatchOffered':
      return `${team(entry.holder)} may match ${money(entry.amount)} by ${team(entry.leader)}.`
    case 'MatchClaimed':
      return `${speaker(entry)} uses its right to match${entry.term === undefined ? '' : ` (${entry.term})`}.`
    case 'MatchRaised':
      return `${speaker(entry)} raises to ${money(entry.amount)}.`
    case 'MatchDeclined':
      return `${speaker(entry)} does not match.`
    case 'TieBreakOffered':
      return 'The purses are at their end: a tie-break is offered.'
    case 'TieBreakAnswered':
      return entry.joins ? `${speaker(entry)} joins the tie-break.` : `${speaker(entry)} stays out of the tie-break.`
    case 'SealingOpened':
      return entry.round === 1
        ? 'Sealed amounts are asked for.'
        : 'The highest amounts are equal: sealed amounts are asked for again.'
    case 'AmountSealed':
      return `${team(entry.team)} has sealed an amount.`
    case 'SealingClosed':
      return 'The amounts are being revealed.'
    case 'AmountRevealed':
      return `${team(entry.team)} had sealed ${money(entry.amount)}.`
    case 'AmountLapsed':
      return `The amount of ${team(entry.team)} was not revealed in time and is no offer.`
    case 'NamesCalled':
      return `Names are called for: ${entry.perTeam} from each team.`
    case 'PlayersNamed':
      return `${team(entry.team)} named ${entry.players.length === 1 ? 'a player' : `${entry.players.length} players`}.`
    case 'NamesClosed':
      return `The names are in: ${entry.players.length === 1 ? 'one player comes' : `${entry.players.length} players come`} up.`
    case 'TurnMissed':
      return `${team(entry.team)} missed its turn.`
    case 'ProxySet':
    case 'MaximaSet':
      return null
    case 'AutopilotSet':
      return AUTOPILOT[entry.policy](team(entry.team))
    case 'CorrectionProposed':
      return `A correction of the sale of ${player(entry.player)} was proposed: ${entry.reason}`
    case 'CorrectionDropped':
      return 'A proposed correction was dropped.'
    case 'SaleCorrected':
      return entry.to === null
        ? `The sale of ${player(entry.player)} was declared void.`
        : `The sale of ${player(entry.player)} was corrected: ${team(entry.to.team)}, ${money(entry.to.amount)}.`
    case 'LotHeld':
      return 'Bids were held for a moment.'
    case 'AuctionPaused':
      return `The auction was paused${entry.message ? `: ${entry.message}` : ''}.`
    case 'AuctionResumed':
      return 'The auction went on.'
    case 'AuctionEnded':
      return 'The auction ended.'
    case 'Announced':
      return entry.words === null ? 'The announcement was taken down.' : `Announced: ${entry.words}`
    case 'NamesChanged':
      return 'A name or a picture was corrected.'
    case 'Recovered':
      return 'The log was recovered after a fault.'
    default:
      return entry satisfies never
  }
}

const AUTOPILOT = {
  off: (team: string) => `${team} bids in person.`,
  pass: (team: string) => `${team} is away and does not bid.`,
  bid: (team: string) => `${team} is away and bids by its private list.`,
} as const
