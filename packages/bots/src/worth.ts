import {
  type Amount,
  type AuctionState,
  countsIn,
  heldIn,
  type Player,
  purseLeft,
  type RuleSet,
  reservePerPlace,
  type Team,
} from '@gavel/auction'
import { costOf, type Market, marketOf } from './market.ts'
import { createRng } from './rng.ts'
import { type Bot, CHARACTERS, type Character } from './tempers.ts'

/** Nobody wants more players above the smallest squad than this, however many the rules allow. */
const MOST_EXTRA = 8
/** From here on a player is a star to everybody. */
const STAR = 0.7
/** With fewer players than this for each place that must be filled, they are taken as they come. */
const SCARCE = 1.4
/** How many of the unsold a team takes that would like the largest squad. */
const SECOND_LOOKS = 0.1
/** How much more a player is worth who fills a place that the rules ask for. */
const ASKED_FOR = 1.25

/**
 * The most that a bot pays for this player, as things stand: always the same for the same state, so that it does not change its mind
 * from bid to bid. Zero where it does not want him. It may lie above what the rules let it pay. `team` is the team with what it leads
 * elsewhere counted as bought.
 */
export function worthOf(state: AuctionState, team: Team, player: Player, bot: Bot): Amount {
  const { rules } = state
  const character = CHARACTERS[bot.temper]
  const own = createRng(`${bot.seed}:${player.id}:${player.timesCalled}`)
  const star = starOf(rules, player)
  const fancy = 1 + character.spread * (own() * 2 - 1)
  const isPicky = own() < character.picky * (1 - star)

  const market = marketOf(state)
  const need = Math.max(0, rules.squad.min - team.squad.length)
  const supply = market.there + 1
  const asked = askedFor(state, market, team, player)
  const places = openPlaces(state, team, character, supply)
  const { most, even } = meansFor(state, team, player)
  if (places === 0 && asked === 'no') {
    if (isSecondLook(player)) return Math.min(most, secondLook(player, bot))
    return star > STAR && own() < character.jumps * 4 ? Math.min(most, purseLeft(team) * 0.5) : 0
  }
  const each = purseLeft(team) / Math.max(1, places)
  const fits = asked === 'no' ? 1 : ASKED_FOR
  const worth = each * character.share * (0.25 + 1.8 * character.stars * star ** 1.5) * fancy * fits
  const atLeast = player.base <= even ? player.base : 0
  // Hardly enough players for everybody's smallest squad: nobody can choose any more (BOT-2).
  const isScarce = need > 0 && supply / Math.max(1, market.needed) < SCARCE
  if (isScarce || asked === 'scarce') return Math.max(Math.min(most, Math.max(worth, each)), atLeast)
  // Who came up before and found nobody comes up again for those who are short.
  if (player.timesCalled > 1 && (need > 0 || asked === 'yes')) return Math.max(Math.min(most, worth), atLeast)
  if (isPicky && asked === 'no') return 0
  // A player whom nobody else wants is worth his base price to whoever still has to fill a squad.
  const least = need > 0 && player.base <= each ? player.base : 0
  return Math.min(most, Math.max(worth, least))
}

/**
 * What a team can pay for this player without stranding itself: `most` leaves the money for what it must still buy after him, at what players
 * cost who are really still to be had; `even` is an even share for each of those places. What it cannot fill anyway it keeps nothing for.
 */
export function meansFor(state: AuctionState, team: Team, player: Player): { most: Amount; even: Amount } {
  const market = marketOf(state)
  const left = purseLeft(team)
  let forKinds = 0
  let kinds = 0
  for (const { id, min } of state.rules.categories) {
    const kind = market.categories.get(id)
    if (!kind) continue
    const lacks = Math.max(0, min - heldIn(state, team, id) - (countsIn(player, id) ? 1 : 0))
    forKinds += costOf(kind, lacks)
    kinds += lacks
  }
  let others = Math.max(0, state.rules.squad.min - team.squad.length - 1 - kinds)
  while (others > 0 && forKinds + costOf(market, others + 1) > left) others -= 1
  const free = Math.max(0, left - forKinds)
  return { most: Math.max(0, free - costOf(market, others)), even: free / (others + 1) }
}

/** Whether nobody wanted the player when he was up first. */
const isSecondLook = ({ status, timesCalled }: Player): boolean => status.is === 'unsold' || timesCalled > 1

/** What a player is worth to somebody who needs nobody any more, has a place left, and looks again. */
function secondLook({ id, base }: Player, { temper, seed }: Bot): Amount {
  const own = createRng(`${seed}:${id}:again`)
  return own() < CHARACTERS[temper].places * SECOND_LOOKS ? base * (1 + own()) : 0
}

/** Whether the player fills a place that the rules ask for and the team still lacks, and whether such players run short. */
function askedFor(state: AuctionState, market: Market, team: Team, player: Player): 'no' | 'yes' | 'scarce' {
  let answer: 'no' | 'yes' = 'no'
  for (const { id, min } of state.rules.categories) {
    const kind = market.categories.get(id)
    if (!kind || !countsIn(player, id) || heldIn(state, team, id) >= min) continue
    if ((kind.there + 1) / Math.max(1, kind.needed) < SCARCE) return 'scarce'
    answer = 'yes'
  }
  return answer
}

/** How good everybody takes a player to be, 0 to 1: the base price tells most of it, the rest is talk. */
function starOf(rules: RuleSet, player: Player): number {
  const talk = createRng(player.id)() ** 2
  const least = reservePerPlace(rules)
  const most = Math.max(least, rules.basePrices.at(-1) ?? least)
  // Where everybody begins at one price, talk is all that there is.
  if (most === least) return talk
  const listed = Math.log(Math.max(least, player.base) / least) / Math.log(most / least)
  return Math.min(1, 0.6 * Math.min(1, listed) + 0.4 * talk)
}

/** Places that the bot still wants to fill, as far as the pool will last. */
function openPlaces({ rules, teams }: AuctionState, team: Team, { places }: Character, supply: number): number {
  const { min, max } = rules.squad
  const wanted = min + Math.round(places * Math.min(max - min, MOST_EXTRA))
  const share = Math.ceil(supply / Math.max(1, Object.keys(teams).length))
  return Math.max(0, Math.min(wanted - team.squad.length, share))
}
