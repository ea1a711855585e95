import { expect, test } from 'vitest'
import { textOfResult } from '../cricsheet/read.ts'
import { orRefusal } from '../refused.ts'
import { isInfo } from './info.ts'
import { readHundred } from './read-hundred.ts'

const COLUMNS =
  'match_id,season,start_date,venue,innings,ball,batting_team,bowling_team,striker,non_striker,bowler,runs_off_bat,extras,wides,noballs,byes,legbyes,penalty,wicket_type,player_dismissed,other_wicket_type,other_player_dismissed'

type Line = { innings: 1 | 2; ball: string; striker?: string; bowler: string; bat?: number; nb?: number; out?: string }
const line = ({ innings, ball, striker = 'A', bowler, bat = 0, nb = 0, out = '' }: Line) => {
  const [side, other] = innings === 1 ? ['Foxes', 'Owls'] : ['Owls', 'Foxes']
  const tag = side[0]
  const [faces, stands] = [`${tag} ${striker}`, `${tag} ${striker === 'A' ? 'B' : 'A'}`]
  const wicket = out === '' ? ',' : `${out},${faces}`
  return `7,2026,2026-07-01,"The Lake, East",${innings},${ball},${side},${other},${faces},${stands},${bowler},${bat},${nb},,${nb || ''},,,,${wicket},,`
}
const set = (innings: 1 | 2, over: number, bowler: string, striker = 'A') =>
  [1, 2, 3, 4, 5].map((ball) => line({ innings, ball: `${over}.${ball}`, bowler, striker }))

const BALLS = [
  COLUMNS,
  ...set(1, 0, 'O 1'),
  line({ innings: 1, ball: '1.1', bowler: 'O 1', nb: 2 }),
  ...set(1, 1, 'O 1').slice(0, 4),
  line({ innings: 1, ball: '1.6', bowler: 'O 1', out: 'lbw' }),
  line({ innings: 2, ball: '0.1', bowler: 'F 1', bat: 4 }),
].join('\n')
const INFO = [
  'version,2.2.0',
  ...['balls_per_over,5', 'team,Foxes', 'team,Owls', 'date,2026/07/01', 'toss_winner,Owls', 'toss_decision,field'],
  ...['winner,Owls', 'winner_wickets,10', 'player,Foxes,F A', 'player,Foxes,F B', 'player,Foxes,F 1'],
  ...['player,Owls,O A', 'player,Owls,O B', 'player,Owls,O 1', 'registry,people,F A,0000000a', 'umpire,Crane'],
]
  .map((one, n) => (n === 0 ? one : `info,${one}`))
  .join('\n')

test('FILE-8 balls and info of The Hundred are read as the JSON is', () => {
  expect(isInfo(INFO)).toBe(true)
  expect(isInfo(BALLS)).toBe(false)
  const match = readHundred(BALLS, INFO)
  expect(
    match.state.score.innings.map(({ runs, wickets, balls, extras }) => [runs, wickets, balls, extras.noBalls]),
  ).toEqual([
    [2, 1, 10, 2],
    [4, 0, 1, 0],
  ])
  expect(textOfResult(match)).toBe('Owls won by 10 wickets')
  expect(match.state.rules).toMatchObject({ id: 'hundred', ballsPerOver: 5 })
  expect(match.state.setup).toMatchObject({
    toss: { winner: 'away', chose: 'field' },
    officials: [{ role: 'umpires' }],
  })
  expect(match.names['0000000a']).toBe('F A')
})

test('FILE-8 without its info file the balls alone are read', () => {
  const match = readHundred(BALLS, null)
  expect(match.state.rules.id).toBe('hundred')
  expect(match.state.score.innings.map(({ runs }) => runs)).toEqual([2, 4])
})

test('FILE-1 a broken table refuses with the ball', () => {
  const refusal = (text: string) => orRefusal(() => readHundred(text, INFO))
  expect(refusal(COLUMNS)).toMatchObject({ refusal: { code: 'NO_MATCH' } })
  expect(refusal(BALLS.replace('F 1,4,', 'F 1,four,'))).toMatchObject({
    refusal: { code: 'BAD_VALUE', where: 'innings 2, over 0.1 (over 1, ball 1)' },
  })
  expect(refusal(BALLS.replace('lbw', 'magic'))).toMatchObject({
    refusal: { code: 'BAD_VALUE', where: 'innings 1, over 1.6 (over 2, ball 6)' },
  })
  expect(refusal(BALLS.replaceAll(',1.1,', ',x,'))).toMatchObject({
    refusal: { code: 'BAD_VALUE', where: 'innings 1' },
  })
})
