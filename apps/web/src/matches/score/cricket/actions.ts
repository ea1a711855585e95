import { type PadAction, plainAction, sideAction } from '../actions.ts'
import { INNINGS, MATCH, OVER } from './action-words.ts'
import { inningsEnd, inningsStart, powerplay, reduced, result, target, tieBroken } from './actions-innings.ts'
import { bowlOutBall, ofComing, replace, retire, strike, substitute } from './actions-people.ts'
import { penalty, review, shortRun } from './actions-umpires.ts'

/** Everything that a scorer writes beside balls, and what is said of the last ball afterwards. */
export const CRICKET_ACTIONS: readonly PadAction<'cricket'>[] = [
  ...[strike, retire, ofComing('TimedOut', 'Timed out'), ofComing('AbsentHurt', 'Cannot bat')],
  ...[
    plainAction<'cricket'>('OverCalled', 'Umpire calls over', OVER),
    plainAction<'cricket'>('OverGoesOn', 'The over goes on', OVER),
    replace,
  ],
  ...[review, shortRun, penalty],
  ...[
    inningsStart,
    plainAction<'cricket'>('Declare', 'Declare', INNINGS),
    inningsEnd,
    plainAction<'cricket'>('FollowOn', 'Follow-on', INNINGS),
    sideAction<'cricket'>('Forfeit', 'Forfeit an innings', INNINGS, { label: 'Gives it up' }),
  ],
  ...[powerplay, target, reduced],
  ...[
    substitute,
    plainAction<'cricket'>('MatchCalledOff', 'Call the match off', MATCH),
    sideAction<'cricket'>('Awarded', 'Awarded', MATCH, { label: 'To', name: 'to' }),
    sideAction<'cricket'>('Conceded', 'Conceded', MATCH, { label: 'By', name: 'by' }),
    bowlOutBall,
    sideAction<'cricket'>('BowlOut', 'Bowl-out won', MATCH, { label: 'Winner', name: 'winner' }),
    tieBroken,
    result,
  ],
]
