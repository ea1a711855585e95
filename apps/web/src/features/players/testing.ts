import type { PlayerRow } from './player-row.ts'

/** A player of a test, with what the test is about. */
export const player = (about: Partial<PlayerRow> = {}): PlayerRow => ({
  playerId: 'p1',
  name: 'Ravi Prabhakaran',
  country: 'India',
  role: 'Batter',
  setId: 'opening-set',
  set: 'Opening set',
  base: 30_000_000,
  age: 24,
  caps: null,
  photoUrl: null,
  overseas: false,
  categories: [],
  formerTeam: null,
  stats: {},
  status: { is: 'waiting' },
  timesCalled: 0,
  from: { is: 'hand' },
  ...about,
})
