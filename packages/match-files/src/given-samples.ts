// For tests: small files that are whole, one of each kind.
import { fiction } from './cricsheet/fiction.ts'

export const CRICKET = JSON.stringify(fiction())

export const BADMINTON = [
  'rally,ball_round,roundscore_A,roundscore_B,player,server,getpoint_player',
  ...Array.from(
    { length: 30 },
    (_, at) => `${at + 1},1,${Math.ceil((at + 1) / 2)},${Math.floor((at + 1) / 2)},A,1,${at % 2 === 0 ? 'A' : 'B'}`,
  ),
].join('\n')

const playerOf = (shirt: number): string => `0;${shirt};${shirt};;;;;;${shirt};Alder ${shirt};Ann;;;4;;x;;`

export const VOLLEYBALL = [
  '[3DATAVOLLEYSCOUT]',
  '[3TEAMS]',
  '1;Owls;0;',
  '2;Bears;0;',
  '[3SET]',
  'True;;;;3-2;5;',
  '[3PLAYERS-H]',
  ...[1, 2, 3, 4, 5, 6, 7].map(playerOf),
  '[3PLAYERS-V]',
  ...[11, 12, 13, 14, 15, 16].map(playerOf),
  '[3SCOUT]',
  '*P01>LUp;;;;;;;20.00.00;1;1;1;;;;1;2;3;4;5;6;11;12;13;14;15;16;',
  ...['*p01:00', 'ap01:01', '*01SM+', '*p02:01', '*T', '*c01:07', 'ap02:02', '*p03:02', '**1set'].map(
    (code) => `${code};;;;`,
  ),
].join('\n')

export const KABADDI = JSON.stringify({
  teams: {
    team: [
      { id: 1, name: 'Owls', score: 1, squad: [{ id: 10, name: 'Ann' }] },
      { id: '2', name: 'Bears', squad: [] },
    ],
  },
  events: {
    event: [
      {
        event_no: 1,
        event_half: 1,
        event: 'Successful Raid',
        clock: '19:00',
        raider_id: 10,
        raiding_team_id: 1,
        defending_team_id: 2,
        raid_touch_points: 1,
        defenders: [21],
      },
      { event_no: 2, event_half: 2, event: 'Yellow Card', clock: '10:00', player_id: 10, team_id: 1 },
    ],
  },
})

export const FOOTBALL = JSON.stringify({
  name: 'Cup',
  matches: [
    {
      round: 'Group A',
      team1: 'Owls',
      team2: 'Bears',
      score: { ht: [0, 0], ft: [1, 0] },
      goals1: [{ name: 'Ann', minute: 50 }],
      goals2: [],
    },
    { round: 'Final', team1: 'Owls', team2: 'Bears', score: { ft: [1, 1], et: [2, 2], p: [4, 3] } },
  ],
})
