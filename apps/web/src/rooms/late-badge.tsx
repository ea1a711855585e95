import { Badge, Tooltip } from '@gavel/ui'

type LateBadgeProps = {
  /** How late this page shows the auction, and how late the public is shown it, in milliseconds. */
  delayMs: number
  publicDelayMs: number
}

/** How late an auction is shown, in words. */
export const lateWords = (delayMs: number): string => `Shown ${delayMs / 1_000} s late`

/** Says that what is shown is the past; and to those who see the present, that the public does not. */
export function LateBadge({ delayMs, publicDelayMs }: LateBadgeProps) {
  if (delayMs > 0)
    return (
      <Tooltip words="The organiser shows the public what happens in the hall a little later. Nothing is left out.">
        <Badge>{lateWords(delayMs)}</Badge>
      </Tooltip>
    )
  if (publicDelayMs === 0) return null
  const seconds = publicDelayMs / 1_000
  return (
    <Tooltip words={`You see the present. The public sees it ${seconds} seconds later.`}>
      <Badge>Public {seconds} s late</Badge>
    </Tooltip>
  )
}
