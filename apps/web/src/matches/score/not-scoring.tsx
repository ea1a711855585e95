import { Button } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { MessagePage } from '../../shell/message-page.tsx'

/** For whoever opens the pad without scoring this event's matches. */
export function NotScoring({ matchId }: { matchId: string }) {
  return (
    <MessagePage
      code="–"
      title="This account does not score this match"
      words="The organiser names the scorers of an event. As soon as you are one, this page opens."
      actions={
        <Button asChild look="primary">
          <Link href={paths.match(matchId)}>Watch the match</Link>
        </Button>
      }
    />
  )
}
