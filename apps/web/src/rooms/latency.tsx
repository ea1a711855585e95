import { cn, Tooltip } from '@gavel/ui'

type LatencyProps = { latencyMs: number | null; offsetMs: number; live: boolean }

/** Above this a bid may come late. */
const SLOW_MS = 400
/** Below this nobody sees that a clock is off. */
const RIGHT_MS = 50

/** The connection as a dot and a number, with how far this device's clock is from the server's, which decides. */
export function Latency({ latencyMs, offsetMs, live }: LatencyProps) {
  const tone = !live ? 'bg-bad' : latencyMs === null ? 'bg-line' : latencyMs > SLOW_MS ? 'bg-warn' : 'bg-good'
  return (
    <Tooltip
      words={`The round trip to the server, and this device’s clock beside the server’s: ${offsetSaid(offsetMs)}. What counts is when the server has a bid.`}
    >
      <span
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what it means is said on focus too
        tabIndex={0}
        className="flex shrink-0 items-center gap-1.5 rounded-card px-1 text-sm whitespace-nowrap text-muted tabular-nums"
      >
        <span aria-hidden className={cn('size-2.5 rounded-full', tone)} />
        {live ? (latencyMs === null ? '– ms' : `${latencyMs} ms`) : 'off'}
        <span className="sr-only"> to the server and back</span>
        {live && latencyMs !== null ? <span className="max-lg:sr-only"> · {offsetSaid(offsetMs)}</span> : null}
      </span>
    </Tooltip>
  )
}

/** `clock 0.2 s behind`: this device's, beside the server's. */
export function offsetSaid(offsetMs: number): string {
  const off = Math.abs(offsetMs)
  if (off < RIGHT_MS) return 'clock right'
  return `clock ${(off / 1_000).toFixed(off < 9_950 ? 1 : 0)} s ${offsetMs > 0 ? 'behind' : 'ahead'}`
}
