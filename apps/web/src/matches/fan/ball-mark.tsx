import { cn } from '@gavel/ui'

export type MarkTone = 'plain' | 'four' | 'six' | 'wicket' | 'extra' | 'none'

const TONES: Record<MarkTone, string> = {
  none: 'bg-sunken text-muted',
  plain: 'bg-sunken text-ink',
  extra: 'bg-sunken text-warn',
  four: 'bg-good text-on-accent',
  six: 'bg-ink text-surface',
  wicket: 'bg-bad text-on-accent',
}

/** A ball, rally or raid in a small window. What it means is in the words beside it or in `words`; the colour only helps the eye. */
export function BallMark({ text, tone, words }: { text: string; tone: MarkTone; words?: string }) {
  return (
    <span
      className={cn(
        'inline-grid h-7 min-w-7 shrink-0 place-items-center rounded-card px-1 text-sm font-bold whitespace-nowrap tabular-nums',
        TONES[tone],
      )}
    >
      {words === undefined ? (
        <span aria-hidden>{text}</span>
      ) : (
        <>
          <span aria-hidden>{text}</span>
          <span className="sr-only">{words}</span>
        </>
      )}
    </span>
  )
}
