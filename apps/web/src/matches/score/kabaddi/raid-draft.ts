import { isDoOrDie, type KabaddiScore, otherSide, type Raid, raidAsDue, raidWorth, type Side } from '@gavel/scoring'

/** A defender who is marked before the raid is written: touched, or out of court. `player` null: nobody says who. */
export type Mark = { readonly player: string | null; readonly how: 'touched' | 'stepped-out' }

/** A raid as it is put together. `raider` undefined: not asked yet; null: nobody says who. */
export type RaidDraft = {
  readonly raider: string | null | undefined
  readonly marks: readonly Mark[]
  readonly bonus: boolean
}

export const NO_RAID: RaidDraft = { raider: undefined, marks: [], bonus: false }

/** A tap on a defender: touched, then out of court, then neither. Somebody without a name is counted up to `most`, then there is none again. */
export function marked({ marks }: RaidDraft, player: string | null, most: number): readonly Mark[] {
  if (player === null) {
    const unnamed = marks.filter((mark) => mark.player === null)
    return marks.length < most
      ? [...marks, { player, how: 'touched' }]
      : marks.filter((mark) => !unnamed.includes(mark))
  }
  const at = marks.findIndex((mark) => mark.player === player)
  if (at < 0) return [...marks, { player, how: 'touched' }]
  return marks[at]?.how === 'touched' ? marks.with(at, { player, how: 'stepped-out' }) : marks.toSpliced(at, 1)
}

/**
 * The raid that a key writes. Where the raider is caught, those who are marked caught him, the first of them first; touches of a raider who is
 * caught do not count.
 */
export function raidOf(score: KabaddiScore, raiding: Side, draft: RaidDraft, lost: Raid['lost']): Raid {
  const of = (how: Mark['how']) => draft.marks.filter((mark) => mark.how === how).map(({ player }) => player)
  const caught = lost === 'tackled'
  return raidAsDue(score, {
    ...{ type: 'Raid', raiding, raider: draft.raider ?? null, bonus: draft.bonus, lost },
    touched: caught ? [] : of('touched'),
    steppedOut: of('stepped-out'),
    by: caught ? of('touched').flatMap((player) => player ?? []) : [],
    ...{ superTackle: false, allOut: null },
  })
}

/** The raid as the largest key writes it: the raider comes home, but from an empty do-or-die raid. */
export function homeRaid(score: KabaddiScore, raiding: Side, draft: RaidDraft): Raid {
  const nothing = draft.marks.length === 0 && !draft.bonus
  return raidOf(score, raiding, draft, nothing && isDoOrDie(score, raiding) ? 'do-or-die' : null)
}

/** What a raid brings, for the face of its key: `Empty raid`, `3 points`, and beneath it what else follows. */
export function raidFace(score: KabaddiScore, raid: Raid): { face: string; under: string | null } {
  const worth = raidWorth(score.rules, raid)
  const [mine, theirs] = [worth[raid.raiding], worth[otherSide(raid.raiding)]]
  const more = [
    mine - (raid.allOut === otherSide(raid.raiding) ? score.rules.points.allOut : 0) >= score.rules.superRaidFrom
      ? 'super raid'
      : null,
    raid.superTackle ? 'super tackle' : null,
    raid.allOut ? 'all out' : null,
  ].filter((word) => word !== null)
  const under = more.length > 0 ? more.join(', ') : null
  if (raid.lost === 'do-or-die') return { face: 'Nothing: raider out', under: under ?? 'do or die' }
  if (mine === 0 && theirs === 0) return { face: 'Empty raid', under }
  return { face: `${mine} ${mine === 1 ? 'point' : 'points'}`, under }
}
