import { Card } from '@gavel/ui'
import type { ReactNode } from 'react'

type AccountPageProps = { title: string; words: ReactNode; children: ReactNode; foot: ReactNode }

/** One column for signing in and for making an account: what it is for, the form, the other way in. */
export function AccountPage({ title, words, children, foot }: AccountPageProps) {
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-md flex-1 grid-cols-[minmax(0,1fr)] content-start gap-6 px-4 py-10 sm:px-6 sm:py-16"
    >
      <div className="grid gap-2">
        <h1 className="text-xl">{title}</h1>
        <p className="[overflow-wrap:anywhere] text-muted">{words}</p>
      </div>
      <Card className="p-5">{children}</Card>
      {foot ? <p className="text-sm text-muted">{foot}</p> : null}
    </main>
  )
}
