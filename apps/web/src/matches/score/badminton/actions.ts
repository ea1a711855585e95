import {
  type ActionContext,
  givenOf,
  type PadAction,
  people,
  plainAction,
  sideField,
  sideIn,
  textIn,
} from '../actions.ts'

type Action = PadAction<'badminton'>

const GAME = 'Game'
const UMPIRE = 'Umpire'

const SIDES = ['home', 'away'] as const
type Side = (typeof SIDES)[number]

const playersOf = ({ score, names }: ActionContext<'badminton'>, sides: readonly Side[]) =>
  sides.flatMap((side) =>
    people(score.setup.sides[side].players, names).map((one) => ({ ...one, hint: names.team(side) })),
  )

const gameStart: Action = {
  type: 'GameStart',
  face: 'Start the game',
  group: GAME,
  // Who has won a game serves first in the next; the receiver is of the other side.
  fields: (context, given) => {
    const { serving, setup } = context.score
    const server = textIn(given, 'server')
    const serves = SIDES.find((side) => server && setup.sides[side].players.includes(server))
    return [
      {
        ...{ name: 'server', label: 'Serves first', is: 'pick' },
        options: playersOf(context, serving === null ? SIDES : [serving]),
      },
      {
        ...{ name: 'receiver', label: 'Receives first', is: 'pick' },
        options: playersOf(
          context,
          SIDES.filter((side) => side !== (serves ?? serving)),
        ),
      },
    ]
  },
  play: (given) => {
    const [server, receiver] = [textIn(given, 'server'), textIn(given, 'receiver')]
    return server && receiver ? { type: 'GameStart', server, receiver } : null
  },
  given: givenOf,
}

const rally: Action = {
  type: 'Rally',
  face: 'A rally',
  group: GAME,
  fields: ({ names }) => [sideField('Won by', names, 'winner')],
  play: (given) => {
    const winner = sideIn(given, 'winner')
    return winner ? { type: 'Rally', winner, serving: null, server: null } : null
  },
  given: givenOf,
}

const courts: Action = {
  type: 'CourtsCorrected',
  face: 'Wrong courts',
  group: UMPIRE,
  fields: (context, given) => [
    sideField('Which pair', context.names),
    {
      ...{ name: 'right', label: 'Stands in the right court now', is: 'pick' },
      options: people(context.score.setup.sides[sideIn(given) ?? 'home'].players, context.names),
    },
  ],
  play: (given) => {
    const [side, right] = [sideIn(given), textIn(given, 'right')]
    return side && right ? { type: 'CourtsCorrected', side, right } : null
  },
  given: givenOf,
}

const COLOURS = ['yellow', 'red', 'black'] as const

const card: Action = {
  type: 'Card',
  face: 'Card',
  group: UMPIRE,
  fields: (context, given) => [
    sideField('Side', context.names),
    {
      ...{ name: 'player', label: 'Who', is: 'pick' },
      options: people(context.score.setup.sides[sideIn(given) ?? 'home'].players, context.names),
    },
    {
      ...{ name: 'colour', label: 'Colour', is: 'pick' },
      options: [
        { value: 'yellow', label: 'Yellow', hint: 'warning' },
        { value: 'red', label: 'Red', hint: 'point to the other side' },
        { value: 'black', label: 'Black', hint: 'disqualified' },
      ],
    },
  ],
  play: (given) => {
    const [side, player] = [sideIn(given), textIn(given, 'player')]
    const colour = COLOURS.find((one) => one === given.colour)
    return side && player && colour ? { type: 'Card', side, player, colour } : null
  },
  given: givenOf,
}

const retired: Action = {
  type: 'Retired',
  face: 'A side retires',
  group: UMPIRE,
  fields: ({ names }) => [sideField('Which side', names)],
  play: (given) => {
    const side = sideIn(given)
    return side ? { type: 'Retired', side, player: null } : null
  },
  given: givenOf,
}

/** Everything that an umpire writes in badminton. */
export const BADMINTON_ACTIONS: readonly Action[] = [
  gameStart,
  rally,
  plainAction<'badminton'>('GameCalled', 'End the game as it stands', GAME),
  plainAction<'badminton'>('Let', 'Let', UMPIRE),
  courts,
  card,
  retired,
]
