import { Button } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../paths.ts'
import { MessagePage } from '../shell/message-page.tsx'

const TITLES: Readonly<Record<string, string>> = {
  NOT_FOUND: 'There is no auction at this address',
  SESSION_ENDED: 'You are signed out',
  BANNED: 'This account is shut out',
}

/** The room will not open: it is not there, or not for this person, or this page is too old. */
export function RoomGone({ code, words }: { code: string; words: string }) {
  const out = code === 'SESSION_ENDED' || code === 'BANNED'
  const old = out || code === 'OLD_CLIENT' || code === 'TOO_MANY'
  return (
    <MessagePage
      code={code === 'NOT_FOUND' ? '404' : '–'}
      title={TITLES[code] ?? 'This room did not open'}
      words={words}
      actions={
        <>
          {old ? (
            <Button look="primary" onClick={() => location.reload()}>
              Reload the page
            </Button>
          ) : null}
          <Button asChild look={old ? 'plain' : 'primary'}>
            <Link href={paths.home}>Go to the home page</Link>
          </Button>
        </>
      }
    />
  )
}
