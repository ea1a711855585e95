'use client'

import type { CurrentDemo } from '@gavel/api'
import { Button, toast } from '@gavel/ui'
import { Gavel } from 'lucide-react'
import { useState } from 'react'
import { paths } from '../../paths.ts'

type TakeSeatProps = { demo: Pick<CurrentDemo, 'teams' | 'console'> }

/** A bot's place each: one click takes it, and leads to its page. */
export function TakeSeat({ demo }: TakeSeatProps) {
  const [taking, setTaking] = useState<string | null>(null)
  const take = async (teamId: string | null) => {
    setTaking(teamId ?? 'console')
    const path = await askForSeat(teamId)
    // A whole page load: the server draws it for the visitor who has the place now.
    if (path) window.location.assign(path)
    else setTaking(null)
  }
  return (
    <div className="grid gap-3">
      <ul aria-label="Take a paddle" className="flex flex-wrap gap-2">
        {demo.teams.map(({ teamId, name, short, colour, taken }) => (
          <li key={teamId}>
            <Button
              busy={taking === teamId}
              disabled={taking !== null}
              disabledReason={taken ? 'Another visitor has this paddle.' : null}
              onClick={() => void take(teamId)}
            >
              <span aria-hidden className="size-3 rounded-full" style={{ backgroundColor: colour }} />
              {short}
              <span className="sr-only">: take the paddle of {name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p>
        <Button
          busy={taking === 'console'}
          disabled={taking !== null}
          disabledReason={demo.console.taken ? 'Another visitor has the console.' : null}
          icon={<Gavel aria-hidden className="size-4" />}
          onClick={() => void take(null)}
        >
          Be the auctioneer
        </Button>
      </p>
    </div>
  )
}

/** The page of the place that is the visitor's now; null where it was refused, which is said. */
async function askForSeat(teamId: string | null): Promise<string | null> {
  const failed = 'The place could not be taken just now. Try again.'
  try {
    const response = await fetch(paths.demoSeat, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ teamId }),
    })
    const said = (await response.json()) as { path?: string; error?: { message?: string } }
    if (response.ok && said.path) return said.path
    toast.error(said.error?.message ?? failed)
  } catch {
    toast.error(failed)
  }
  return null
}
