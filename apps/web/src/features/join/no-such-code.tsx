import { Card, ErrorState } from '@gavel/ui'
import { CodeForm } from './code-form.tsx'
import { JoinFrame } from './join-frame.tsx'

/** A code that leads nowhere, with the way to type it again. */
export function NoSuchCode({ code }: { code: string }) {
  return (
    <JoinFrame over="Join" title="Nothing has this code">
      <ErrorState
        title={`“${code}” leads nowhere`}
        words="Look at it once more, letter by letter. If it is right, ask whoever gave it to you for a new one."
      />
      <Card className="p-5">
        <CodeForm code={code} />
      </Card>
    </JoinFrame>
  )
}

/** So many wrong codes came from here that the next ones are not looked at for a while. */
export function TooManyCodes({ code, seconds }: { code: string; seconds: number }) {
  return (
    <JoinFrame over="Join" title="Too many wrong codes">
      <ErrorState
        title={`Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`}
        words="Several codes that lead nowhere were tried from this network. Nothing is lost: wait, then try yours again."
      />
      <Card className="p-5">
        <CodeForm code={code} />
      </Card>
    </JoinFrame>
  )
}
