'use client'

import { otherSide, playersOnMat, type Side } from '@gavel/scoring'
import { useState } from 'react'
import { matWords } from '../../kabaddi/mat-words.ts'
import { QuickPad } from '../quick-pad.tsx'
import type { SportPadProps } from '../sport-pad.ts'
import { whyNot } from '../why-not.ts'
import { betweenKeys, raidKeys } from './keys.ts'
import { homeRaid, NO_RAID, type RaidDraft } from './raid-draft.ts'
import { RaidMarks } from './raid-marks.tsx'

/** The pad of kabaddi: who raids, whom he touched, and one key for what came of it. */
export function KabaddiPad(pad: SportPadProps<'kabaddi'>) {
  const { score, state, names } = pad
  const { raiding, phase } = score
  // Marks are of one raid: whatever is written or taken back, the next begins with none.
  const at = state.plays.length + 2 * state.removed.length
  const [kept, keep] = useState({ at, draft: NO_RAID })
  const draft = kept.at === at ? kept.draft : NO_RAID
  const set = (change: Partial<RaidDraft>) => keep({ at, draft: { ...draft, ...change } })

  if ((phase !== 'half' && phase !== 'tie-break') || !raiding) return <QuickPad pad={pad} keys={betweenKeys(pad)} />
  const named = playersOnMat(score, raiding).length > 0
  const asksRaider = named && draft.raider === undefined
  return (
    <QuickPad
      pad={pad}
      hint={
        (asksRaider ? null : whyNot('kabaddi', score, homeRaid(score, raiding, draft), names)) ?? hintOf(pad, raiding)
      }
      before={<RaidMarks pad={pad} raiding={raiding} draft={draft} asksRaider={asksRaider} set={set} />}
      keys={raidKeys(pad, { raiding, draft, asksRaider, bonus: () => set({ bonus: !draft.bonus }) })}
    />
  )
}

const hintOf = ({ score, names }: SportPadProps<'kabaddi'>, raiding: Side): string =>
  [`${names.team(raiding)} raid ${names.team(otherSide(raiding))}`, ...matWords(score)].join(' · ')
