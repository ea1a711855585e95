'use client'

import type { AuctionState, Team, TeamId } from '@gavel/auction'
import type { TeamAct } from '@gavel/protocol'
import type { Outcome } from '@gavel/room'
import { Button, Section } from '@gavel/ui'
import type { Wishes } from '../wishes.ts'
import { ActLine } from './act-line.tsx'
import { whyNotAct } from './asks.ts'
import { useAct } from './use-act.ts'

type AutopilotProps = {
  auction: AuctionState
  team: TeamId
  /** The owner's own list, the most wanted first. */
  list: Wishes
  off: string | null
  offsetMs: number
  act: (act: TeamAct) => Promise<Outcome>
}

const POLICIES: readonly { is: Team['autopilot']; face: string; means: string }[] = [
  { is: 'off', face: 'I bid myself', means: 'Nothing is bid without you.' },
  {
    is: 'pass',
    face: 'Pass',
    means: 'The room sees that you are away. Nothing is bid or matched for you, and you stay out of a tie-break.',
  },
  {
    is: 'bid',
    face: 'Bid by my list',
    means:
      'The room sees that you are away. Players on your list are bid for and matched up to your maximum, which nobody is shown. The one raise at a match goes as far as it. In a tie-break only you can seal an amount.',
  },
]

/** What becomes of a team's bids, and of what it is asked, while nobody holds its paddle (AUTO-1, AUTO-5, AUTO-6). */
export function Autopilot({ auction, team, list, off, offsetMs, act }: AutopilotProps) {
  const { moment, send } = useAct(act)
  const policy = auction.teams[team]?.autopilot ?? 'off'
  const maxima = list.map(({ player, max }) => ({ player, max })).filter(({ player }) => auction.players[player])
  const at = 'autopilot'
  return (
    <Section title="While I am away" level={3}>
      <div role="radiogroup" aria-label="While I am away" className="grid gap-2">
        {POLICIES.map(({ is, face, means }) => {
          const what: TeamAct = { type: 'SetAutopilot', policy: is, maxima }
          const chosen = policy === is
          // Chosen already, and nothing that could be handed over again.
          const kept = chosen && is !== 'bid'
          const reason =
            off ??
            (is === 'bid' && maxima.length === 0
              ? 'Put players on your list first'
              : kept
                ? null
                : whyNotAct(auction, team, what, Date.now() + offsetMs))
          return (
            <div key={is} className="grid gap-1 border-b pb-2 last:border-b-0">
              <Button
                role="radio"
                aria-checked={chosen}
                look={chosen ? 'ink' : 'plain'}
                wide
                busy={moment.is === 'sent'}
                disabledReason={reason}
                onClick={kept ? undefined : () => void send(at, what)}
              >
                {chosen && is === 'bid' ? 'Hand over the list as it is now' : face}
              </Button>
              <p className="text-sm text-muted">{means}</p>
            </div>
          )
        })}
      </div>
      <ActLine moment={moment} at={at} done="The server has it" />
    </Section>
  )
}
