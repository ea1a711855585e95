// What is decided about a player once the bidding is over, stage by stage, as every screen shows it.
import {
  type Amount,
  type AuctionState,
  cardsLeft,
  formatMoney,
  type Lot,
  type LotStage,
  leadingBid,
  type RuleSet,
  type TeamId,
} from '@gavel/auction'

export type Step = { label: string; is: 'done' | 'now' | 'later' }

/** A team that has a part in the decision. `asked`: the room waits for it. */
export type Part = {
  team: TeamId
  is: 'asked' | 'in' | 'out' | 'sealed' | 'shown'
  /** What it did or may do, in few words. */
  says: string
  /** A revealed amount. */
  amount: Amount | null
  /** Of the amounts revealed so far, the highest. */
  best: boolean
}

export type Drama = {
  of: 'match' | 'tiebreak'
  title: string
  /** The moment in one line: who is asked what. */
  says: string
  /** What follows from it, for whoever sees this for the first time. */
  means: string
  steps: readonly Step[]
  parts: readonly Part[]
}

type Deciding = Exclude<LotStage, { is: 'bidding' }>

/** The words for a stage, on the plate beside a price. */
export const STAGE_TITLES = {
  match: 'Right to match',
  invited: 'Tie-break',
  sealing: 'Tie-break',
  revealing: 'Tie-break',
} as const satisfies Record<Deciding['is'], string>

/**
 * What is being decided about an open lot, or null while it is bid for (DRAMA-1 to DRAMA-4).
 *
 * @param name a team's name
 */
export function dramaOf(auction: AuctionState, lot: Lot, name: (team: TeamId) => string): Drama | null {
  const { stage } = lot
  switch (stage.is) {
    case 'bidding':
      return null
    case 'match':
      return matchDrama(auction, lot, stage, name)
    case 'invited':
    case 'sealing':
    case 'revealing':
      return tieBreakDrama(auction, lot, stage, name)
    default:
      return stage satisfies never
  }
}

function matchDrama(
  auction: AuctionState,
  lot: Lot,
  stage: Extract<LotStage, { is: 'match' }>,
  name: (team: TeamId) => string,
): Drama {
  const { rules } = auction
  const money = (amount: Amount) => formatMoney(amount, rules.currency)
  const { step, holder, leader, amount, term, levy } = stage
  const called = leadingBid(lot)?.amount ?? amount
  const raises = rules.match?.raiseGrid != null
  const at = { asked: 0, raising: 1, raised: 2 }[step]
  const cards = cardsSaid(cardsLeft(auction, holder))
  const extra = levy > 0 ? `, with ${money(levy)} sealed for the league` : ''
  const holderSays = {
    asked: `may match · ${cards}`,
    raising: `uses its right at ${money(called)}${term ? ` (${term})` : ''}`,
    raised: `may match the raise · ${cards}`,
  }[step]
  const leaderSays = {
    asked: `leads at ${money(called)}${extra}`,
    raising: 'may raise once',
    raised: `raised from ${money(called)} to ${money(amount)}`,
  }[step]
  return {
    of: 'match',
    title: STAGE_TITLES.match,
    says: {
      asked: `${name(holder)}: match ${money(amount)}?`,
      raising: `${name(leader)}: one raise?`,
      raised: `${name(holder)}: match ${money(amount)}?`,
    }[step],
    means: {
      asked: raises
        ? `The player was theirs last season. A yes lets ${name(leader)} raise once, to any price.`
        : 'The player was theirs last season. A yes brings him back at this price.',
      raising: `Any price on the grid of ${money(rules.match?.raiseGrid ?? 0)}; without a raise ${name(holder)} buy at ${money(amount)}.`,
      raised: `A yes buys at ${money(amount)}; a no gives the player to ${name(leader)}.`,
    }[step],
    steps: stepsOf(raises ? ['The right', 'The raise', 'The answer'] : ['The right'], at),
    parts: [
      { team: holder, is: step === 'raising' ? 'in' : 'asked', says: holderSays, amount: null, best: false },
      { team: leader, is: step === 'raising' ? 'asked' : 'in', says: leaderSays, amount: null, best: false },
    ],
  }
}

const TIE_BREAK_STEPS = ['The offer', 'Sealing', 'Revealing']

function tieBreakDrama(
  auction: AuctionState,
  lot: Lot,
  stage: Exclude<Deciding, { is: 'match' }>,
  name: (team: TeamId) => string,
): Drama {
  const money = (amount: Amount) => formatMoney(amount, auction.rules.currency)
  const leading = leadingBid(lot)
  const price = money(leading?.amount ?? lot.base)
  const round = stage.is === 'invited' || stage.round === 1 ? '' : ` Round ${stage.round}: the highest were equal.`
  const title = STAGE_TITLES[stage.is]
  if (stage.is === 'invited') {
    const open = stage.teams.filter(({ joins }) => joins === null).map(({ team }) => name(team))
    const invited = stage.teams.map(
      ({ team, joins }): Part => ({
        team,
        is: joins === null ? 'asked' : joins ? 'in' : 'out',
        says: joins === null ? 'asked' : joins ? 'joins' : 'stays out',
        amount: null,
        best: false,
      }),
    )
    const leader: Part[] = leading
      ? [{ team: leading.team, is: 'in', says: `leads at ${price}`, amount: null, best: false }]
      : []
    return {
      of: 'tiebreak',
      title,
      says: open.length > 0 ? `${listed(open)}: also ${price}?` : 'Everybody has answered.',
      means: `Nobody can pay the next price. Whoever also offers ${price} and ${leading ? name(leading.team) : 'the leader'} seal one amount for the league.`,
      steps: stepsOf(TIE_BREAK_STEPS, 0),
      parts: [...leader, ...invited],
    }
  }
  if (stage.is === 'sealing') {
    const sealed = stage.seals.filter(({ commitment }) => commitment !== null).length
    return {
      of: 'tiebreak',
      title,
      says: `${sealed} of ${stage.seals.length} amounts sealed`,
      means: `Each team seals one amount, which goes to the league on top of ${price}. Nobody can read any before all are in.${round}`,
      steps: stepsOf(TIE_BREAK_STEPS, 1),
      parts: stage.seals.map(
        ({ team, commitment }): Part => ({
          team,
          is: commitment === null ? 'asked' : 'sealed',
          says: commitment === null ? 'to seal' : 'sealed',
          amount: null,
          best: false,
        }),
      ),
    }
  }
  const best = Math.max(...stage.seals.map(({ amount }) => amount ?? 0))
  const shown = stage.seals.filter(({ amount }) => amount !== null).length
  return {
    of: 'tiebreak',
    title,
    says: shown === 0 ? 'The amounts are opened' : `${shown} of ${stage.seals.length} amounts revealed`,
    means: `The highest takes the player at ${price} and pays its amount to the league. What is not revealed in time is no offer.${round}`,
    steps: stepsOf(TIE_BREAK_STEPS, 2),
    parts: stage.seals.map(
      ({ team, amount }): Part => ({
        team,
        is: amount === null ? 'asked' : 'shown',
        says: amount === null ? 'to reveal' : money(amount),
        amount,
        best: amount !== null && amount === best,
      }),
    ),
  }
}

/** How the lot that closed last was bought where it was not by the hammer alone, or null (DRAMA-5). */
export function howSold(auction: AuctionState, name: (team: TeamId) => string): string | null {
  const { lastLot } = auction
  if (!lastLot?.sale) return null
  const { status } = auction.players[lastLot.player] ?? {}
  const now = status?.is === 'sold' && status.lot === lastLot.lot ? status : null
  const levy = now?.levy ?? 0
  const extra = levy > 0 ? `${formatMoney(levy, auction.rules.currency)} more to the league` : null
  const via = now?.via ?? lastLot.sale.via
  switch (via) {
    case 'match':
      return lastLot.sold ? `Matched ${name(lastLot.sold.team)}` : 'By right to match'
    case 'tiebreak':
      return extra ? `Tie-break: ${extra}` : 'Tie-break'
    case 'correction':
      return 'Corrected since'
    case 'hammer':
      return extra
    default:
      return via satisfies never
  }
}

/** The whole length of a stage's clock in milliseconds; 0 where the auctioneer waits. */
export function stageLengthMs({ match, tieBreak }: RuleSet, stage: Deciding): number {
  switch (stage.is) {
    case 'match':
      return match?.answerMs ?? 0
    case 'invited':
      return tieBreak?.inviteMs ?? 0
    case 'sealing':
      return tieBreak?.sealMs ?? 0
    case 'revealing':
      return tieBreak?.revealMs ?? 0
    default:
      return stage satisfies never
  }
}

/** `2 cards left`, as it is said everywhere. */
export const cardsSaid = (cards: number): string => (cards === 1 ? '1 card left' : `${cards} cards left`)

const stepsOf = (labels: readonly string[], now: number): Step[] =>
  labels.map((label, at) => ({ label, is: at < now ? 'done' : at === now ? 'now' : 'later' }))

/** `A, B and C`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
