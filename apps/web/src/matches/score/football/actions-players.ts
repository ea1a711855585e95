import { type Field, type Given, listIn, type Option, sideField, sideIn, textIn } from '../actions.ts'
import {
  bench,
  type FootballAction,
  type FootballContext,
  minuteFields,
  minuteIn,
  onPitch,
  withMinute,
} from './fields.ts'

const PLAYERS = 'Players'

const COLOURS = ['yellow', 'second-yellow', 'red'] as const

const isBooked = ({ score }: FootballContext, given: Given): boolean => {
  const player = textIn(given, 'player')
  return typeof player === 'string' && score.sides[sideIn(given) ?? 'home'].booked.includes(player)
}

/** Whoever is booked can only be booked again: yellow is a second one then. */
function coloursFor(context: FootballContext, given: Given): readonly Option[] {
  const second = isBooked(context, given) || given.colour === 'second-yellow'
  return [
    second
      ? { value: given.colour === 'yellow' ? 'yellow' : 'second-yellow', label: 'Second yellow', hint: 'sent off' }
      : { value: 'yellow', label: 'Yellow', hint: 'booked' },
    { value: 'red', label: 'Red', hint: 'sent off' },
  ]
}

const card: FootballAction = {
  type: 'Card',
  face: 'Card',
  group: PLAYERS,
  fields: (context, given) => {
    const side = sideIn(given) ?? 'home'
    const { booked } = context.score.sides[side]
    // Whoever sits on the bench can be booked too.
    const who = [...onPitch(context, side), ...bench(context, side).map((one) => ({ ...one, hint: 'bench' }))]
    return [
      sideField('Side', context.names),
      { name: 'colour', label: 'Colour', is: 'pick', options: coloursFor(context, given) },
      {
        ...{ name: 'player', label: 'Who', is: 'pick', columns: 3 },
        options: who.map((one) => (booked.includes(one.value) ? { ...one, hint: 'booked' } : one)),
      },
      ...minuteFields(context, given),
    ]
  },
  play: (given, context) => {
    const [side, player] = [sideIn(given), textIn(given, 'player')]
    const said = COLOURS.find((one) => one === given.colour)
    const colour = said === 'yellow' && isBooked(context, given) ? 'second-yellow' : said
    return side && player && colour ? { type: 'Card', side, player, colour, at: minuteIn(given, context) } : null
  },
  given: withMinute,
}

/** Who goes off and who comes on, pair by pair in the order in which they were tapped. */
const substitution: FootballAction = {
  type: 'Substitution',
  face: 'Substitution',
  group: PLAYERS,
  fields: (context, given) => {
    const side = sideIn(given) ?? 'home'
    const going = Math.max(1, listIn(given, 'off')?.length ?? 1)
    const concussion: Field = { name: 'concussion', label: 'For a concussion', is: 'yes' }
    return [
      sideField('Side', context.names),
      { name: 'off', label: 'Go off', is: 'order', options: onPitch(context, side), count: 5, least: 1, columns: 3 },
      ...(context.score.rules.substitutions.concussion > 0 ? [concussion] : []),
      {
        name: 'on',
        label: 'Come on',
        is: 'order',
        options: bench(context, side, given.concussion === true),
        count: going,
        columns: 3,
      },
      ...minuteFields(context, given),
    ]
  },
  play: (given, context) => {
    const [side, off, on] = [sideIn(given), listIn(given, 'off'), listIn(given, 'on')]
    if (!side || !off || !on || off.length !== on.length) return null
    const changes = off.map((player, n) => ({ off: player, on: on[n] ?? '' }))
    return { type: 'Substitution', side, changes, concussion: given.concussion === true, at: minuteIn(given, context) }
  },
  given: (play) =>
    play.type === 'Substitution'
      ? { ...withMinute(play), off: play.changes.map(({ off }) => off), on: play.changes.map(({ on }) => on) }
      : {},
}

export const PLAYER_ACTIONS: readonly FootballAction[] = [card, substitution]
