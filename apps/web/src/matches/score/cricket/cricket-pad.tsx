'use client'

import { currentInnings, type Delivery, overSummary, SPORTS } from '@gavel/scoring'
import { useRef, useState } from 'react'
import { useKeys } from '../../../rooms/use-keys.ts'
import { PadLayout } from '../pad-layout.tsx'
import type { SportPadProps } from '../sport-pad.ts'
import { useInTurn } from '../use-turns.ts'
import { type Armed, ballOfKeys, NOTHING_ARMED, pressed } from './ball.ts'
import { BallSheet } from './ball-sheet.tsx'
import { BetweenBalls } from './between-balls.tsx'
import { creaseOf, needsOf } from './crease.ts'
import { CricketBoard } from './cricket-board.tsx'
import { CricketKeys, type Press } from './cricket-keys.tsx'
import { useChosen } from './use-chosen.ts'
import { WicketSheet } from './wicket-sheet.tsx'

/** The pad of cricket: the score, the balls, and keys for the thumb. */
export function CricketPad(pad: SportPadProps<'cricket'>) {
  const { state, score, off, write } = pad
  const [chosen, choose] = useChosen(state.matchId)
  const [armed, showArmed] = useState<Armed>(NOTHING_ARMED)
  // The next key may come before this one is drawn.
  const down = useRef<Armed>(NOTHING_ARMED)
  const [sheet, setSheet] = useState<'wicket' | 'ball' | null>(null)
  const crease = creaseOf(score, chosen)
  const needs = needsOf(score, crease)

  function setArmed(next: Armed) {
    down.current = next
    showArmed(next)
  }

  async function ball(play: Delivery) {
    if (await write(play)) {
      setArmed(NOTHING_ARMED)
      setSheet(null)
    }
  }

  const ready = needs.is === 'ball' && off === null
  const swapOff = crease?.striker && crease.nonStriker ? null : 'Two batters are needed'

  // A sheet is opened in its turn too: it would speak of the extras of the ball before, and go away with it.
  const press = useInTurn<Press>(pad.take, async (key) => {
    if (!(crease && ready)) return
    if (key === 'wicket' || key === 'ball') return setSheet(key)
    if (key === 'swap') {
      const { striker, nonStriker } = crease
      if (striker && nonStriker) await write({ type: 'StrikeSet', striker: nonStriker, nonStriker: striker })
    } else if (typeof key === 'number') {
      const play = ballOfKeys(crease, down.current, key, score.rules)
      if (play) await ball(play)
    } else setArmed(pressed(down.current, key))
  })

  useKeys({
    ...(ready
      ? {
          ...Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((n) => [String(n), () => press(n)])),
          w: () => press('wide'),
          n: () => press('noBall'),
          b: () => press('bye'),
          l: () => press('legBye'),
          x: () => press('wicket'),
          s: () => press('swap'),
          '.': () => press('ball'),
        }
      : {}),
    u: pad.undo,
    m: () => pad.more(),
    escape: () => setArmed(NOTHING_ARMED),
  })

  const draft = crease && ballOfKeys(crease, armed, 0, score.rules)
  return (
    <>
      <PadLayout
        board={<CricketBoard {...pad} crease={crease} />}
        list={pad.list}
        keys={
          needs.is === 'ball' ? (
            <CricketKeys pad={pad} armed={armed} press={press} swapOff={swapOff} />
          ) : (
            <BetweenBalls pad={pad} needs={needs} crease={crease} choose={choose} overDone={overWords(pad)} />
          )
        }
      />
      {draft && sheet === 'wicket' ? (
        <WicketSheet pad={pad} draft={draft} armed={armed} write={ball} close={() => setSheet(null)} />
      ) : null}
      {draft && sheet === 'ball' ? (
        <BallSheet
          pad={pad}
          title="This ball"
          face="Write this ball"
          start={draft}
          against={(play) => SPORTS.cricket.check(score, play)}
          write={ball}
          close={() => setSheet(null)}
        />
      ) : null}
    </>
  )
}

/** `End of over 4: 9 runs, 1 wicket, 45/2`. */
function overWords({ score }: SportPadProps<'cricket'>): string | null {
  const innings = currentInnings(score)
  const summary = innings && overSummary(innings, score.rules.ballsPerOver)
  if (!summary) return null
  const { over, runs, wickets, total } = summary
  const fell = wickets === 0 ? '' : `, ${wickets} ${wickets === 1 ? 'wicket' : 'wickets'}`
  return `End of over ${over}: ${runs} ${runs === 1 ? 'run' : 'runs'}${fell}, ${total.runs}/${total.wickets}`
}
