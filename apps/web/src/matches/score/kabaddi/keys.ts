import { otherSide, type PlayOf, type Raid, type Side } from '@gavel/scoring'
import type { QuickKey, QuickKeys } from '../quick-pad.tsx'
import type { SportPadProps } from '../sport-pad.ts'
import { whyNot } from '../why-not.ts'
import { homeRaid, type RaidDraft, raidFace, raidOf } from './raid-draft.ts'

type Pad = SportPadProps<'kabaddi'>
type Key = QuickKey<'kabaddi'>
type Play = PlayOf<'kabaddi'>

const SIDES = ['home', 'away'] as const

type Raiding = {
  readonly raiding: Side
  readonly draft: RaidDraft
  readonly asksRaider: boolean
  /** Puts the bonus down or up. */
  readonly bonus: () => void
}

/** While a half or a tie-break is on: what came of the raid. */
export function raidKeys(pad: Pad, { raiding, draft, asksRaider, bonus }: Raiding): QuickKeys<'kabaddi'> {
  const { score, names } = pad
  const tossed = tossKeys(pad)
  if (tossed.length > 0) return [tossed]
  const out = (face: string, kbd: string, lost: Raid['lost'], under: string | null = null): Key => {
    const play = raidOf(score, raiding, draft, lost)
    const follows = play.superTackle ? 'super tackle' : null
    return { face, kbd, under: play.allOut ? 'all out' : (follows ?? under), play }
  }
  const others: readonly Key[] = [
    { face: 'Technical', form: 'Technical' },
    { face: 'Time-out', form: 'TimeOut', start: {} },
    ...(SIDES.some((side) => score.sides[side].suspended.length > 0)
      ? [{ face: 'Comes back', form: 'Return' } satisfies Key]
      : []),
    ...(score.phase === 'half' ? [{ face: 'End the half', play: { type: 'HalfEnd' } } satisfies Key] : []),
  ]
  if (asksRaider) return [others]
  const home = homeRaid(score, raiding, draft)
  const { face, under } = raidFace(score, home)
  return [
    [
      {
        ...{ face: 'Bonus', kbd: 'b', down: draft.bonus, press: bonus },
        off: whyNot('kabaddi', score, raidOf(score, raiding, { ...draft, marks: [], bonus: true }, null), names),
      },
      out('Tackled', 't', 'tackled'),
      out('Out of court', 'o', 'out-of-court', 'the raider'),
      out('30 seconds', 'i', 'time', 'are over'),
    ],
    [{ face, under, kbd: 'r', look: 'primary', edge: raiding, play: home }],
    others,
  ]
}

/** Before, between and after halves: whatever may come next, and nothing else. */
export function betweenKeys(pad: Pad): QuickKeys<'kabaddi'> {
  const { score, names } = pad
  const may = (play: Play) => whyNot('kabaddi', score, play, names) === null
  const due = score.raidedFirst && otherSide(score.raidedFirst)
  const begins = (type: 'HalfStart' | 'TieBreakStart', words: string) =>
    SIDES.filter((side) => type === 'TieBreakStart' || due === null || due === side).map(
      (side): Key => ({
        face: `${words}: ${names.team(side)} raid first`,
        look: 'primary',
        edge: side,
        play: { type, raiding: side },
      }),
    )
  if (may({ type: 'TieBreakStart', raiding: null }) && score.half >= score.rules.halves + extraHalves(pad))
    return [begins('TieBreakStart', 'Tie-break')]
  if (may({ type: 'HalfStart', raiding: null })) return [begins('HalfStart', halfName(pad))]
  return []
}

const extraHalves = ({ score }: Pad): number => score.rules.extra?.halves ?? 0

const halfName = ({ score: { half, rules } }: Pad): string =>
  half < rules.halves ? `Half ${half + 1}` : `Extra time ${half - rules.halves + 1}`

/** What is level after the golden raids the toss decides. */
function tossKeys({ score, names }: Pad): readonly Key[] {
  return SIDES.map(
    (winner): Key => ({
      face: `${names.team(winner)} won the toss`,
      edge: winner,
      look: 'primary',
      play: { type: 'Toss', winner },
    }),
  ).filter((key) => 'play' in key && whyNot('kabaddi', score, key.play, names) === null)
}
