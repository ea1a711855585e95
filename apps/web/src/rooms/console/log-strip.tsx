import type { VisibleEntry } from '@gavel/auction'
import type { Directory } from '../directory.ts'
import { sentence } from '../sentences.ts'

type LogStripProps = { entries: readonly VisibleEntry[]; directory: Directory; currency: string }

/** The log as sentences, newest first, each with its seq. */
export function LogStrip({ entries, directory, currency }: LogStripProps) {
  const lines = entries.slice(-200).reverse()
  return (
    <section aria-label="Log" className="flex min-h-0 flex-1 flex-col border-t bg-sunken">
      <ol
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        tabIndex={0}
        aria-label="Entries, newest first"
        className="min-h-0 flex-1 overflow-y-auto px-3 py-2 text-sm sm:px-5"
      >
        {lines.length === 0 ? (
          <li className="text-muted">What happens from now on is written here, with its number in the log.</li>
        ) : null}
        {lines.map((entry) => {
          const words = sentence(entry, directory, currency)
          return words ? (
            <li
              key={entry.seq}
              className="grid grid-cols-[4rem_5.5rem_minmax(0,1fr)] @max-[15rem]:grid-cols-1 gap-2 py-0.5 tabular-nums first:font-semibold"
            >
              <span className="text-muted">{entry.seq}</span>
              <time className="text-muted" dateTime={new Date(entry.atMs).toISOString()}>
                {new Date(entry.atMs).toLocaleTimeString('en-GB', {
                  hour: '2-digit',
                  minute: '2-digit',
                  second: '2-digit',
                })}
              </time>
              <span>{words}</span>
            </li>
          ) : null
        })}
      </ol>
    </section>
  )
}
