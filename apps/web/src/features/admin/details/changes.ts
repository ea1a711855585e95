import type { RouterInputs } from '@gavel/api'
import { formatMoney } from '@gavel/ui'
import { momentFromLocal, momentIn } from '../../events/when.ts'
import type { DetailsOutput } from '../event-fields.ts'
import { secondsText } from '../rules/fields.ts'
import { MORE_WORDS, type MoreOutput } from '../rules/more-rules.ts'
import { rulesChanges } from '../rules/rules-schema.ts'

type Update = Omit<RouterInputs['event']['update'], 'slug'>

/** One thing that a save would change, in words. Long texts only say that they differ. */
export type Change = { label: string; from: string; to: string }

type Told = { currency: string; ruleSets: readonly { id: string; name: string }[] }

const SAYS: Readonly<Record<keyof DetailsOutput, string>> = {
  name: 'Name',
  startsAt: 'Starts',
  endsAt: 'Ends',
  timeZone: 'Time zone',
  venue: 'Venue',
  description: 'Description',
  nextSteps: 'Next steps for sold players',
  players: 'Places for players',
  places: 'Places for teams',
  listed: 'In lists and on the home page',
  pool: 'Players before the start',
  room: 'The auction room',
  delaySeconds: 'The public sees it late by',
  approvePlayers: 'Players need approval',
  approveOwners: 'Team owners need approval',
  ruleSetId: 'Rules',
  purse: 'Purse of a team',
  squadMin: 'Smallest squad',
  squadMax: 'Largest squad',
  overseasMax: 'Overseas players',
  jumpGrid: 'Jump bids in steps of',
  clockMode: 'Who ends a lot',
  lotSeconds: 'Time for a lot',
  extendSeconds: 'Time left after a bid',
  ...MORE_WORDS,
}

/** What differs between two states of the form, in the form's order. */
export function changedFields(before: DetailsOutput, after: DetailsOutput): (keyof DetailsOutput)[] {
  const names = Object.keys(SAYS) as (keyof DetailsOutput)[]
  return names.filter((name) => {
    // The clock's seconds mean nothing while there is no clock.
    if ((name === 'lotSeconds' || name === 'extendSeconds') && after.clockMode === 'auctioneer') return false
    if (name === 'turnSeconds' && after.naming === 'auctioneer') return false
    return !same(before[name], after[name])
  })
}

/** The same as sentences for a person. */
export function sayChanges(before: DetailsOutput, after: DetailsOutput, told: Told): Change[] {
  return changedFields(before, after).map((name) => ({
    label: SAYS[name],
    from: sayValue(name, before, told),
    to: sayValue(name, after, told),
  }))
}

/** The same as the API takes it: only what differs, times as moments, rules together. */
export function updateOf(before: DetailsOutput, after: DetailsOutput): Update {
  const changed = new Set(changedFields(before, after))
  const any = (...names: (keyof DetailsOutput)[]) => names.some((name) => changed.has(name))
  const momentOf = (local: string) => momentFromLocal(local, after.timeZone)
  const rules = any(
    'ruleSetId',
    'purse',
    'squadMin',
    'squadMax',
    'overseasMax',
    'jumpGrid',
    'clockMode',
    'lotSeconds',
    'extendSeconds',
    ...(Object.keys(MORE_WORDS) as (keyof MoreOutput)[]),
  )
  return {
    ...(any('name') && { name: after.name }),
    ...(any('startsAt', 'timeZone') && { startsAtMs: momentOf(after.startsAt) ?? 0 }),
    ...(any('endsAt', 'timeZone') && { endsAtMs: after.endsAt === '' ? null : momentOf(after.endsAt) }),
    ...(any('timeZone') && { timeZone: after.timeZone }),
    ...(any('venue') && { venue: after.venue }),
    ...(any('description') && { description: after.description }),
    ...(any('nextSteps') && { nextSteps: after.nextSteps }),
    ...(any('players', 'places') && { capacity: { players: after.players, teams: after.places } }),
    ...(any('listed', 'pool', 'room') && { shows: { listed: after.listed, pool: after.pool, room: after.room } }),
    ...(any('delaySeconds') && { delayMs: after.delaySeconds * 1_000 }),
    ...(any('approvePlayers', 'approveOwners') && {
      approval: { players: after.approvePlayers, owners: after.approveOwners },
    }),
    ...(rules && { ruleSetId: after.ruleSetId, rules: rulesChanges(after) }),
  }
}

function sayValue(name: keyof DetailsOutput, values: DetailsOutput, { currency, ruleSets }: Told): string {
  switch (name) {
    case 'startsAt':
    case 'endsAt':
      return sayTime(values[name], values.timeZone)
    case 'description':
    case 'nextSteps':
      return values[name] === '' ? 'nothing' : `${values[name].length} characters`
    case 'listed':
      return values.listed ? 'shown' : 'left out'
    case 'pool':
      return values.pool ? 'shown to everybody' : 'hidden until the start'
    case 'room':
      return values.room ? 'open to everybody' : 'only people of the event'
    case 'delaySeconds':
      return values.delaySeconds === 0 ? 'nothing' : sayDuration(values.delaySeconds)
    case 'approvePlayers':
    case 'approveOwners':
      return values[name] ? 'yes' : 'no'
    case 'ruleSetId':
      return ruleSets.find(({ id }) => id === values.ruleSetId)?.name ?? values.ruleSetId
    case 'purse':
      return formatMoney(values.purse, currency)
    case 'jumpGrid':
      return values.jumpGrid === null ? 'no jumps' : formatMoney(values.jumpGrid, currency)
    case 'overseasMax':
      return values.overseasMax === null ? 'no limit' : String(values.overseasMax)
    case 'ladder':
      return values.ladder
        .map(
          ({ from, step }) => `${formatMoney(step, currency)} from ${from === 0 ? '0' : formatMoney(from, currency)}`,
        )
        .join(', ')
    case 'basePrices':
      return values.basePrices.map((price) => formatMoney(price, currency)).join(', ')
    case 'recallFloor':
      return values.recallFloor === null ? 'their own base' : formatMoney(values.recallFloor, currency)
    case 'match':
      return MATCH_WORDS[values.match]
    case 'cards':
      return values.cards.join(', ')
    case 'naming':
      return NAMING_WORDS[values.naming]
    case 'lotSeconds':
    case 'extendSeconds':
      return sayDuration(values[name])
    case 'turnSeconds':
      return values.turnSeconds === null ? 'no limit' : sayDuration(values.turnSeconds)
    case 'clockMode':
      return values.clockMode === 'clock' ? 'a clock' : 'the auctioneer'
    default:
      return String(values[name] ?? '') || 'nothing'
  }
}

function sayTime(local: string, timeZone: string): string {
  const atMs = momentFromLocal(local, timeZone)
  if (atMs === null) return 'not said'
  const { shortDate, time, place } = momentIn(atMs, timeZone)
  return `${shortDate}, ${time} in ${place}`
}

const NAMING_WORDS = {
  auctioneer: 'the auctioneer',
  straight: 'teams in turn',
  snake: 'teams in turn, back and forth',
  winner: 'whoever bought last',
  free: 'any team',
} as const

const sayDuration = (count: number): string => (count < 600 ? `${count} seconds` : secondsText(count))

const MATCH_WORDS = { none: 'none', match: 'at the price that wins', raise: 'after one raise' } as const

/** Whether two values of a field are the same; lists of numbers and bands by what is in them. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
