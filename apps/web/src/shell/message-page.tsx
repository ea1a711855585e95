import type { ReactNode } from 'react'

type MessagePageProps = { code: string; title: string; words: ReactNode; actions: ReactNode }

/** A page that only says something: not found, broken, no network. Printed like a line on a scoreboard. */
export function MessagePage({ code, title, words, actions }: MessagePageProps) {
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-6xl flex-1 grid-cols-[minmax(0,1fr)] content-center justify-items-start gap-4 px-4 py-16 sm:px-6"
    >
      <p aria-hidden className="flex flex-wrap gap-1.5 text-3xl font-bold">
        {[...code].map((figure, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed word, letter by letter
          <span key={at} className="plate h-24 min-w-16 justify-center">
            {figure}
          </span>
        ))}
      </p>
      <h1 className="mt-4 text-xl sm:text-2xl">{title}</h1>
      <p className="max-w-prose text-muted">{words}</p>
      <div className="mt-2 flex flex-wrap gap-2">{actions}</div>
    </main>
  )
}
