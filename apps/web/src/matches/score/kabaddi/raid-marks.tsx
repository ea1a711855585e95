import { onMat, otherSide, type PlayerId, playersOnMat, type Side } from '@gavel/scoring'
import { Button } from '@gavel/ui'
import { useKeys } from '../../../rooms/use-keys.ts'
import { PadKey } from '../pad-key.tsx'
import { KeyRow } from '../pad-layout.tsx'
import type { SportPadProps } from '../sport-pad.ts'
import { marked, type RaidDraft } from './raid-draft.ts'

type RaidMarksProps = {
  pad: SportPadProps<'kabaddi'>
  raiding: Side
  draft: RaidDraft
  /** The raider is chosen first. */
  asksRaider: boolean
  set: (change: Partial<RaidDraft>) => void
}

const HOW = { touched: 'touched', 'stepped-out': 'out of court' } as const

/** First the raider, then the defenders whom the raid concerns: one place on the screen for both. */
export function RaidMarks({ pad, raiding, draft, asksRaider, set }: RaidMarksProps) {
  const { score, names, short, off } = pad
  const defending = otherSide(raiding)
  const players = playersOnMat(score, asksRaider ? raiding : defending)
  const pick = (player: PlayerId | null) =>
    set(asksRaider ? { raider: player } : { marks: marked(draft, player, onMat(score, defending)) })
  const numbered = [null, ...players].map((player, n) => [String(n), () => pick(player)] as const)
  useKeys(off === null ? Object.fromEntries(numbered) : {})
  if (asksRaider)
    return (
      <section aria-label="Raider" className="grid gap-1.5">
        <p className="text-sm font-semibold">Who raids for {names.team(raiding)}?</p>
        <KeyRow>
          {[...players, null].map((player, n) => (
            <PadKey key={player} off={off} kbd={player === null ? '0' : String(n + 1)} onPress={() => pick(player)}>
              {player === null ? 'Not named' : short(player)}
            </PadKey>
          ))}
        </KeyRow>
      </section>
    )
  const unnamed = draft.marks.filter(({ player }) => player === null).length
  return (
    <section aria-label="Defenders" className="grid gap-1.5">
      <div className="flex min-h-11 items-center justify-between gap-2">
        <p className="min-w-0 text-sm [overflow-wrap:anywhere]">
          <span className="font-semibold">{draft.raider ? names.player(draft.raider) : 'The raider'}</span>: tap who was
          touched, or who caught
        </p>
        {draft.raider === undefined ? null : (
          <Button size="sm" look="quiet" className="min-h-11" onClick={() => set({ raider: undefined })}>
            Another raider
          </Button>
        )}
      </div>
      <KeyRow>
        {players.map((player, n) => {
          const mark = draft.marks.find((one) => one.player === player)
          return (
            <PadKey
              key={player}
              off={off}
              down={mark !== undefined}
              under={mark ? HOW[mark.how] : null}
              kbd={String(n + 1)}
              onPress={() => pick(player)}
            >
              {short(player)}
            </PadKey>
          )
        })}
        <PadKey
          off={off}
          down={unnamed > 0}
          under={unnamed > 0 ? `${unnamed} touched` : null}
          kbd="0"
          onPress={() => pick(null)}
        >
          Unnamed
        </PadKey>
      </KeyRow>
    </section>
  )
}
