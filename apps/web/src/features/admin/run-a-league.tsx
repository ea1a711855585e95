import { Card } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { AskToCreate } from './ask-to-create.tsx'

const STEPS = [
  ['Plan the night', 'Name, date, venue, rules and purse. A checklist says what is missing.'],
  ['Bring in players and teams', 'Import a list, let people register, invite owners by a link or a QR code.'],
  ['Rehearse', 'Run the real event against bots. Nothing of it stays.'],
  ['Run it', 'Owners bid from their phones, the hall watches the projector, results are there at once.'],
] as const

/** For somebody who may not create events yet: what running a league is, and the way to ask for it. */
export function RunALeague({ email }: { email: string }) {
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-6xl grid-cols-1 content-start items-start gap-x-12 gap-y-8 px-4 pt-8 pb-16 sm:px-6 sm:pt-12 lg:grid-cols-[minmax(0,1fr)_26rem]"
    >
      <div className="grid gap-3 lg:col-span-2">
        <h1 className="text-xl sm:text-2xl">Run a league of your own</h1>
        <p className="max-w-prose text-muted">
          Whoever organises an auction night has a desk here. An administrator of this Gavel grants it; you are signed
          in as {email}, and do not organise or conduct an event yet.
        </p>
      </div>
      <ol className="ruled grid">
        {STEPS.map(([title, words], at) => (
          <li key={title} className="grid grid-cols-[2.5rem_1fr] items-start gap-3 border-b py-4 last:border-b-0">
            <span aria-hidden className="plate h-9 justify-center text-lg font-bold">
              {at + 1}
            </span>
            <div className="grid gap-0.5">
              <p className="font-semibold">{title}</p>
              <p className="text-sm text-muted">{words}</p>
            </div>
          </li>
        ))}
      </ol>
      <Card className="grid gap-4 p-5">
        <AskToCreate />
        <p className="text-sm text-muted">
          Only here to watch?{' '}
          <Link href={paths.events} className="font-semibold text-ink underline">
            See the events
          </Link>
        </p>
      </Card>
    </main>
  )
}
