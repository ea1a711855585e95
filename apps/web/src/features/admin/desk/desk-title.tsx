import type { ReactNode } from 'react'

type DeskTitleProps = { title: string; words?: ReactNode; actions?: ReactNode }

/** The head of one page of the desk: its name, a line of what it is for, and what can be done here. */
export function DeskTitle({ title, words, actions }: DeskTitleProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="grid min-w-0 gap-1">
        <h1 className="text-xl break-words">{title}</h1>
        {words ? <p className="max-w-prose text-sm [overflow-wrap:anywhere] text-muted">{words}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  )
}
