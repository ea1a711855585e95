import { KABADDI_FORMATS, type KabaddiPlay, type KabaddiScore, SPORTS } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { homeRaid, marked, NO_RAID, type RaidDraft, raidFace, raidOf } from './raid-draft.ts'

const { kabaddi } = SPORTS
const seven = (letter: string) => Array.from({ length: 7 }, (_, n) => `${letter}${n + 1}`)
const setup = {
  sides: { home: { team: 'h', players: seven('h') }, away: { team: 'a', players: seven('a') } },
  knockout: false,
}

/** After these plays of the first half, which home begins. */
const after = (...plays: readonly KabaddiPlay[]) =>
  [{ type: 'HalfStart', raiding: 'home' } as const, ...plays].reduce<KabaddiScore>(
    (score, play) => kabaddi.apply(score, play),
    kabaddi.begin(KABADDI_FORMATS.pkl, setup),
  )
const empty = (raiding: 'home' | 'away') => raidOf(after(), raiding, NO_RAID, null)
const draft = (...touched: (string | null)[]): RaidDraft => ({
  ...{ raider: 'h1', bonus: false },
  marks: touched.map((player) => ({ player, how: 'touched' })),
})

test('PAD-19 a tap on a defender says touched, a second one out of court, a third neither', () => {
  const once = marked(NO_RAID, 'a1', 7)
  expect(once).toEqual([{ player: 'a1', how: 'touched' }])
  const twice = marked({ ...NO_RAID, marks: once }, 'a1', 7)
  expect(twice).toEqual([{ player: 'a1', how: 'stepped-out' }])
  expect(marked({ ...NO_RAID, marks: twice }, 'a1', 7)).toEqual([])
})

test('PAD-19 somebody without a name is counted, never above those who are left', () => {
  const one = marked(draft('a1'), null, 2)
  expect(one).toHaveLength(2)
  expect(marked({ ...NO_RAID, marks: one }, null, 2)).toEqual([{ player: 'a1', how: 'touched' }])
})

test('PAD-19 those who are marked were touched, or caught the raider: never both', () => {
  const score = after()
  expect(raidOf(score, 'home', draft('a2', null), null)).toMatchObject({ touched: ['a2', null], by: [] })
  const caught = raidOf(score, 'home', draft('a2', 'a3'), 'tackled')
  expect(caught).toMatchObject({ touched: [], by: ['a2', 'a3'], lost: 'tackled', superTackle: false })
  expect(kabaddi.check(score, caught)).toBeNull()
})

test('PAD-19 the largest key says what it writes, a do-or-die raid without a point too', () => {
  const score = after()
  expect(raidFace(score, homeRaid(score, 'home', NO_RAID))).toEqual({ face: 'Empty raid', under: null })
  const three = homeRaid(score, 'home', { ...draft('a1', 'a2'), bonus: true })
  expect(raidFace(score, three)).toEqual({ face: '3 points', under: 'super raid' })
  const third = after(empty('home'), empty('away'), empty('home'), empty('away'))
  const lost = homeRaid(third, 'home', { ...NO_RAID, raider: 'h2' })
  expect(lost).toMatchObject({ lost: 'do-or-die', raider: 'h2' })
  expect(kabaddi.check(third, lost)).toBeNull()
  expect(raidFace(third, lost).face).toBe('Nothing: raider out')
  const all = homeRaid(score, 'home', draft(...seven('a')))
  expect(all.allOut).toBe('away')
  expect(raidFace(score, all)).toEqual({ face: '9 points', under: 'super raid, all out' })
})
