import { CloudOff, Eye, History, type LucideIcon, RefreshCw } from 'lucide-react'
import { cn } from '../lib/cn.ts'

export type ConnectionState =
  | { kind: 'live' }
  | { kind: 'connecting' }
  | { kind: 'reconnecting'; sinceMs?: number }
  | { kind: 'offline' }
  | { kind: 'behind'; entries: number }
  | { kind: 'read-only'; reason: string }

/**
 * The slim bar of a live page. It lies over the page's head, so no figure is covered and nothing moves when it comes and goes; what
 * was on the page stays.
 */
export function ConnectionBar({ state, className }: { state: ConnectionState; className?: string }) {
  const said = sayConnection(state)
  return (
    <div role="status" aria-live="polite" className={cn('sticky top-0 z-30 h-0', className)}>
      {said ? (
        <p
          className={cn(
            'mx-auto flex min-h-8 w-fit max-w-full animate-fade items-center gap-2 rounded-b-card px-4 py-1 text-sm font-semibold shadow-lift',
            // A page that joins at once never shows the bar.
            state.kind === 'connecting' && '[animation-delay:900ms]',
            state.kind === 'read-only' ? 'bg-ink text-surface' : 'bg-warn text-on-accent',
          )}
        >
          <said.Icon aria-hidden className="size-4 shrink-0" />
          <span>
            {said.words}
            {said.more ? <span className="max-sm:sr-only">{said.more}</span> : null}
          </span>
        </p>
      ) : null}
    </div>
  )
}

/** `more` is left to screen readers on a phone, where the bar has one line. */
function sayConnection(state: ConnectionState): { Icon: LucideIcon; words: string; more?: string } | null {
  switch (state.kind) {
    case 'live':
      return null
    case 'connecting':
      return { Icon: RefreshCw, words: 'Connecting to the room' }
    case 'reconnecting':
      return { Icon: RefreshCw, words: 'Reconnecting.', more: ' What you see is from before the break' }
    case 'offline':
      return {
        Icon: CloudOff,
        words: 'No network. What you see is kept',
        more: '; it goes on when the network is back',
      }
    case 'behind':
      return {
        Icon: History,
        words: `Catching up, ${state.entries} ${state.entries === 1 ? 'entry' : 'entries'} to go`,
      }
    case 'read-only':
      return { Icon: Eye, words: state.reason }
    default:
      return state satisfies never
  }
}
