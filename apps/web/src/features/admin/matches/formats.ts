import {
  BADMINTON_FORMATS,
  CRICKET_FORMATS,
  FOOTBALL_FORMATS,
  KABADDI_FORMATS,
  type ScoredSport,
  VOLLEYBALL_FORMATS,
} from '@gavel/scoring'

export type FormatChoice = { readonly id: string; readonly name: string }

/** A number of a format that an organiser may set. `only`: nothing else is one. */
type OwnNumber = {
  readonly name: string
  readonly label: string
  readonly from: number
  readonly to: number
  readonly only?: readonly number[]
}

type SportChoice = {
  readonly name: string
  readonly formats: readonly FormatChoice[]
  readonly numbers: readonly OwnNumber[]
}

/** Formats as people call them; one that has no name here is called by its own. */
const NAMES: Readonly<Record<string, string>> = {
  laws: 'The Laws, eleven a side',
  'head-to-head': 'The Laws, level teams by their own matches',
  'world-cup': 'World Cup',
  'no-extra-time': 'Kicks straight after 90 minutes',
  'five-a-side': 'Five a side',
  '3x21': 'Three games to 21',
  '3x15': 'Three games to 15',
  '5x11': 'Five games to 11',
  '1x21': 'One game to 21',
  indoor: 'Five sets to 25',
  'best-of-3': 'Three sets to 25',
  beach: 'Beach, three sets to 21',
  pkl: 'Pro Kabaddi, seasons 1 to 11',
  'pkl-12': 'Pro Kabaddi, season 12',
  ikf: 'International federation',
  community: 'Community',
  called: 'As the referee calls it',
}

const named = (formats: Readonly<Record<string, object>>): readonly FormatChoice[] =>
  Object.entries(formats).map(([id, format]) => ({
    id,
    name: 'name' in format && typeof format.name === 'string' ? format.name : (NAMES[id] ?? id),
  }))

const number = (name: string, label: string, from: number, to: number): OwnNumber => ({ name, label, from, to })
const bestOf = (name: string): OwnNumber => ({ ...number(name, 'Best of', 1, 7), only: [1, 3, 5, 7] })

/** The sports, their formats and the numbers of one's own, as an organiser chooses them (MATCHDESK-4). */
export const SPORT_CHOICES: Readonly<Record<ScoredSport, SportChoice>> = {
  cricket: {
    ...{ name: 'Cricket', formats: named(CRICKET_FORMATS) },
    numbers: [number('overs', 'Overs', 1, 200), number('players', 'Players a side', 2, 20)],
  },
  football: {
    ...{ name: 'Football', formats: named(FOOTBALL_FORMATS) },
    numbers: [
      number('halfMinutes', 'Minutes a half', 1, 60),
      number('players', 'Players a side', 2, 15),
      number('substitutions', 'Substitutions', 0, 20),
    ],
  },
  badminton: {
    ...{ name: 'Badminton', formats: named(BADMINTON_FORMATS) },
    numbers: [bestOf('games'), number('points', 'Points a game', 5, 50)],
  },
  volleyball: {
    ...{ name: 'Volleyball', formats: named(VOLLEYBALL_FORMATS) },
    numbers: [
      bestOf('sets'),
      number('points', 'Points a set', 5, 50),
      number('lastPoints', 'Points of the last set', 5, 50),
    ],
  },
  kabaddi: {
    ...{ name: 'Kabaddi', formats: named(KABADDI_FORMATS) },
    numbers: [
      number('halfMinutes', 'Minutes a half', 1, 40),
      number('players', 'Players on the mat', 3, 12),
      number('substitutions', 'Substitutions', 0, 20),
    ],
  },
}

export const isSport = (text: string): text is ScoredSport => Object.hasOwn(SPORT_CHOICES, text)
