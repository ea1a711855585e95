import { formatMoney, TeamChip, teamStyle } from '@gavel/ui'

type TeamPreviewProps = { name: string; short: string; colour: string; price: number; currency: string }

/** How a team will look on the board: its short name on its colour, and the price it leads with. */
export function TeamPreview({ name, short, colour, price, currency }: TeamPreviewProps) {
  return (
    <figure className="grid gap-2">
      <figcaption className="text-sm font-semibold">On the board</figcaption>
      <div style={teamStyle(colour)} className="team-chip grid gap-4 rounded-card p-4">
        <p className="min-w-0 text-lg font-semibold break-words">
          {name.trim() || 'Your team'} <span className="font-normal">lead</span>
        </p>
        <p className="text-2xl font-bold tabular-nums">{formatMoney(price, currency)}</p>
      </div>
      <p className="flex min-w-0 items-center gap-3 text-sm">
        <TeamChip shortName={short.trim().toUpperCase() || '–'} name={name} colour={colour} />
        <span className="min-w-0 break-words">{name.trim() || 'Your team'}</span>
      </p>
    </figure>
  )
}
