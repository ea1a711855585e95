import {
  createMatch,
  cricketRules,
  currentInnings,
  type Delivery,
  decideMatch,
  evolveMatch,
  isMatchOf,
  type MatchCommand,
  type MatchDraft,
  type MatchEntry,
  type MatchState,
} from '@gavel/scoring'

const team = (name: string) => ({ team: name, players: Array.from({ length: 8 }, (_, n) => `${name}${n + 1}`) })

/** A match's log in memory, as the server keeps one: each command counts once. */
export function logAtHand() {
  const rules = cricketRules('community', { overs: 50, ballsPerOver: 100 })
  const setup = { sides: { home: team('h'), away: team('a') }, toss: null }
  const made = createMatch('m1', { sport: 'cricket', rules, setup, origin: 'live' })
  let state = evolveMatch(null, stamped(made, 1, 'system', 'made'))
  const answers = new Map<string, number>()

  function send(commandId: string, command: MatchCommand): { seq: number } | { code: string } {
    const known = answers.get(commandId)
    if (known !== undefined) return { seq: known }
    const decision = decideMatch(state, command, 0)
    if ('refusal' in decision) return { code: decision.refusal.code }
    for (const draft of decision.entries)
      state = evolveMatch(state, stamped(draft, state.seq + 1, command.by, commandId))
    answers.set(commandId, state.seq)
    return { seq: state.seq }
  }

  return { send, state: () => state }
}

const stamped = (draft: MatchDraft, seq: number, by: string, cmd: string) =>
  ({ ...draft, seq, by, cmd, atMs: 0, sum: '' }) as MatchEntry

/** The next ball in order, whoever has to face and bowl it. `note` tells balls apart. */
export function nextBall(state: MatchState, note: string, bat = 0): Delivery {
  if (!isMatchOf(state, 'cricket')) throw new Error('not cricket')
  const innings = currentInnings(state.score)
  return {
    type: 'Delivery',
    striker: innings?.striker ?? 'h1',
    nonStriker: innings?.nonStriker ?? 'h2',
    bowler: (innings?.overs ?? 0) % 2 === 0 ? 'a1' : 'a2',
    runs: { bat },
    note,
  }
}

/** The notes of the balls that stand. */
export const notesOf = ({ plays }: Pick<MatchState, 'plays'>): string[] =>
  plays.flatMap(({ play }) => ('note' in play && play.note ? [play.note] : []))
