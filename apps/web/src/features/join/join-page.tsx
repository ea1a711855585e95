import { Card } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { CodeForm } from './code-form.tsx'
import { JoinFrame } from './join-frame.tsx'

/** Where a code is typed that could not be scanned. */
export function JoinPage() {
  return (
    <JoinFrame over="In the hall, or invited" title="Have a code?">
      <p className="text-muted">
        It stands on the screen of the hall, on a sheet of paper, or in a message from the organiser.
      </p>
      <Card className="p-5">
        <CodeForm />
      </Card>
      <p className="text-sm text-muted">
        Without one,{' '}
        <Link href={paths.events} className="font-semibold text-ink underline">
          look for your event
        </Link>
        .
      </p>
    </JoinFrame>
  )
}
