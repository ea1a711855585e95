import { Button } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { MessagePage } from '../../shell/message-page.tsx'

/** The match will not open: it is not there, or not for this person, or this page is too old. */
export function MatchGone({ code, words }: { code: string; words: string }) {
  const gone = code === 'NOT_FOUND'
  return (
    <MessagePage
      code={gone ? '404' : '–'}
      title={gone ? 'There is no match at this address' : 'This match did not open'}
      words={words}
      actions={
        <>
          {gone ? null : (
            <Button look="primary" onClick={() => location.reload()}>
              Reload the page
            </Button>
          )}
          <Button asChild look={gone ? 'primary' : 'plain'}>
            <Link href={paths.home}>Go to the home page</Link>
          </Button>
        </>
      }
    />
  )
}
