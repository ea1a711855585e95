import { cn } from '@gavel/ui'

/** The connection as a dot and a number. Above 400 ms a bid may come late. */
export function Latency({ latencyMs, live }: { latencyMs: number | null; live: boolean }) {
  const tone = !live ? 'bg-bad' : latencyMs === null ? 'bg-line' : latencyMs > 400 ? 'bg-warn' : 'bg-good'
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-sm whitespace-nowrap text-muted tabular-nums">
      <span aria-hidden className={cn('size-2.5 rounded-full', tone)} />
      {live ? (latencyMs === null ? '– ms' : `${latencyMs} ms`) : 'off'}
      <span className="sr-only">to the server and back</span>
    </span>
  )
}
