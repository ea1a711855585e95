import {
  decideMatch,
  foldMatch,
  type MatchCommand,
  type MatchDraft,
  type MatchRefusal,
  type MatchState,
  storedMatch,
} from '@gavel/scoring'
import { NO_CHANGE, onlyEpoch } from './change.ts'
import type { LogKind } from './kind.ts'

export type MatchLog = { State: MatchState; Command: MatchCommand; Draft: MatchDraft; Refusal: MatchRefusal }

/** What a match's log begins with. */
export type NewMatch = Pick<Extract<MatchDraft, { type: 'MatchCreated' }>, 'sport' | 'rules' | 'setup' | 'origin'>

/** The logs of matches. One device writes, so nothing is held; nothing depends on the clock; and no script decides (MATCHLIVE-1). */
export const MATCHES: LogKind<MatchLog> = {
  prefix: 'match',
  decide: decideMatch,
  fold: foldMatch,
  stored: storedMatch,
  changeBy: (before) => (before === null ? onlyEpoch(1) : NO_CHANGE),
  changeToBuild: ({ epoch }) => onlyEpoch(epoch),
  turningTimes: () => [],
  hold: null,
  refuse: (code) => ({ code }),
  recovered: (epoch) => ({ type: 'Recovered', epoch }),
}
