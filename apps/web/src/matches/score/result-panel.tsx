'use client'

import type { Pad } from '@gavel/room'
import { type MatchState, matchLine, type Names } from '@gavel/scoring'
import { Button } from '@gavel/ui'
import { useState } from 'react'
import { Panel } from './panel.tsx'

type ResultPanelProps = { pad: Pad; match: MatchState; names: Names; reach: boolean; sent: boolean }

/** The plays say how it ended, and the official confirms it; confirmed, it can be opened again. */
export function ResultPanel({ pad, match, names, reach, sent }: ResultPanelProps) {
  const [said, setSaid] = useState<string | null>(null)
  const { result } = matchLine(match, { home: names.team('home'), away: names.team('away') })
  const ended = match.phase.is === 'ended'
  async function run(command: { type: 'End'; as: null } | { type: 'Reopen' }) {
    const outcome = await pad.command(command)
    setSaid(outcome.is === 'accepted' ? null : outcome.words)
  }
  return (
    <Panel
      title={result === null ? 'The match is over' : `${result.charAt(0).toUpperCase()}${result.slice(1)}`}
      actions={
        <Button
          look={ended ? 'plain' : 'primary'}
          disabledReason={reach ? (sent ? null : 'The last entries are on their way') : 'This needs the network'}
          onClick={() => void run(ended ? { type: 'Reopen' } : { type: 'End', as: null })}
        >
          {ended ? 'Open the match again' : 'Confirm the result'}
        </Button>
      }
    >
      {said ? (
        <p role="alert" className="text-sm font-semibold text-bad">
          {said}
        </p>
      ) : null}
    </Panel>
  )
}
