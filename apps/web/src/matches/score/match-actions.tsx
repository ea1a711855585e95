'use client'

import type { Pad } from '@gavel/room'
import type { MatchState, Names } from '@gavel/scoring'
import { useState } from 'react'
import { paths } from '../../paths.ts'
import type { MatchInfo } from '../fan/match-info.ts'
import { EndMatch } from './end-match.tsx'
import { PadKey } from './pad-key.tsx'

type MatchActionsProps = {
  pad: Pad
  info: MatchInfo
  match: MatchState
  names: Names
  me: { user: string; device: string }
  reach: boolean
  setUp: () => void
  /** Puts the last entry that was taken out back; null where none was. */
  putBack: (() => void) | null
  off: string | null
  close: () => void
}

/** What concerns the match as a whole and needs the network. */
export function MatchActions({
  pad,
  info,
  match,
  names,
  me,
  reach,
  setUp,
  putBack,
  off: noWriting,
  close,
}: MatchActionsProps) {
  const [said, setSaid] = useState<string | null>(null)
  const off = reach ? null : 'This needs the network'
  const mine = match.keeper?.user === me.user && match.keeper.device === me.device
  async function run(command: Parameters<Pad['command']>[0]) {
    const outcome = await pad.command(command)
    if (outcome.is === 'accepted') close()
    else setSaid(outcome.words)
  }
  return (
    <section aria-label="Book">
      <h3 className="mb-1.5 text-sm text-muted">Book</h3>
      <div className="grid grid-cols-2 gap-1.5 *:min-w-0 sm:grid-cols-3">
        <PadKey off={noWriting ?? (putBack ? null : 'Nothing was taken out')} onPress={() => putBack?.()}>
          Put back what was taken out last
        </PadKey>
        <PadKey off={off} onPress={setUp}>
          Line-ups and toss
        </PadKey>
        <PadKey
          off={off ?? (mine ? null : 'This device does not keep the score')}
          onPress={() => void run({ type: 'ReleaseLock', device: me.device })}
        >
          Hand the book over
        </PadKey>
        <PadKey onPress={() => location.assign(`${paths.matchScore(info.matchId)}?blind=1`)}>
          Second scorer’s page
        </PadKey>
      </div>
      <EndMatch
        names={names}
        off={off ?? (match.phase.is === 'ended' ? 'The result is confirmed' : null)}
        end={(as) => void run({ type: 'End', as })}
      />
      {said ? (
        <p role="alert" className="mt-2 text-sm font-semibold text-bad">
          {said}
        </p>
      ) : null}
    </section>
  )
}

/** Ends the second scorer's sheet: what was compared is forgotten, the book stays. */
export function StopBlind({ pad, match, snapshot, reach, close }: StopProps) {
  const { me } = snapshot
  const mine = match.blind?.user === me.user && match.blind.device === me.device
  async function stop() {
    await pad.command({ type: 'StopBlind', device: me.device })
    close()
  }
  return (
    <PadKey
      look="danger"
      off={reach ? (mine ? null : 'Nothing is scored along yet') : 'This needs the network'}
      onPress={() => void stop()}
    >
      Stop scoring along
    </PadKey>
  )
}

type StopProps = Pick<MatchActionsProps, 'pad' | 'match' | 'reach' | 'close'> & {
  snapshot: { me: MatchActionsProps['me'] }
}
