import type { PlayerId } from '@gavel/auction'
import { Monogram } from '@gavel/ui'
import type { Directory } from './directory.ts'

type LotLineProps = {
  directory: Directory
  player: PlayerId
  lot: number
  set: string | undefined
  overseas?: boolean | null | undefined
}

/** Who is up, in one line, for small pages. */
export function LotLine({ directory, player, lot, set, overseas }: LotLineProps) {
  const card = directory.player(player)
  const facts = [
    card.role,
    card.country,
    overseas ? 'overseas' : '',
    card.age === null ? '' : `${card.age} years`,
  ].filter(Boolean)
  return (
    <div className="flex items-center gap-3 @max-[15rem]:flex-wrap">
      <Monogram name={card.name} src={card.photoUrl} size="md" />
      <div className="min-w-0 break-words">
        <h2 className="text-lg leading-6 break-words">{card.name}</h2>
        <p className="text-sm text-muted">{facts.join(' · ')}</p>
      </div>
      <p className="ml-auto max-w-[34%] shrink-0 text-right text-sm @max-[15rem]:max-w-none text-muted">
        <span className="plate h-6 font-semibold">Lot {lot}</span>
        {set ? <span className="mt-0.5 block">{directory.set(set)}</span> : null}
      </p>
    </div>
  )
}
