import {
  type CricketScore,
  cricketResult,
  currentInnings,
  type Innings,
  type Names,
  otherSide,
  oversText,
  resultText,
  type Side,
} from '@gavel/scoring'
import type { Board } from '../sport-page.ts'

const main = ({ innings }: CricketScore) => innings.filter(({ superOver }) => superOver === 0)

/** `171` all out, `171/7`, `171/7d`. */
export function scoreText({ runs, wickets, end }: Pick<Innings, 'runs' | 'wickets' | 'end'>): string {
  if (end === 'all out') return String(runs)
  return `${runs}/${wickets}${end === 'declared' ? 'd' : ''}`
}

/** The scoreboard: who batted first is first, before the first ball the home side is. */
export function cricketBoard(score: CricketScore, names: Names): Board {
  const innings = currentInnings(score)
  const first = main(score)[0]?.batting ?? 'home'
  const result = cricketResult(score)
  const live = result.is === 'open' && innings !== null && innings.end === null
  return {
    rows: [first, otherSide(first)].map((side) => {
      const own = score.innings.filter(({ batting }) => batting === side)
      const last = own.at(-1)
      const scores = own.map((one) => `${one.superOver > 0 ? 's/o ' : ''}${scoreText(one)}`)
      return {
        side,
        score: scores.length > 0 ? scores.join(' & ') : null,
        more: last ? `${oversText(last.balls, score.rules.ballsPerOver)} ov` : null,
        doing: live && innings?.batting === side ? 'batting' : null,
      }
    }),
    says: result.is === 'open' ? standing(score, names) : sentence(resultText(result, teamsOf(names))),
    details: live ? rates(score, innings) : [],
  }
}

const teamsOf = (names: Names) => ({ home: names.team('home'), away: names.team('away') })
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
const count = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`

/** Balls left to the side that bats; null where nothing limits them. */
function ballsLeft({ rules }: CricketScore, { limit, overs, over }: Innings): number | null {
  if (limit === null) return null
  return Math.max(0, (limit.overs - overs) * rules.ballsPerOver + limit.balls - (over?.fair ?? 0))
}

function standing(score: CricketScore, names: Names): string {
  const innings = currentInnings(score)
  if (!innings) return tossWords(score, names)
  const team = names.team(innings.batting)
  const left = ballsLeft(score, innings)
  if (innings.end !== null) return betweenInnings(score, innings, names)
  if (innings.target) {
    const needed = innings.target.runs - innings.runs
    return `${team} need ${count(needed, 'run')}${left === null ? '' : ` from ${count(left, 'ball')}`}`
  }
  if (score.rules.inningsEach === 2) return leadWords(score, innings, names)
  return left === null ? `${team} bat` : `${team} bat, ${count(left, 'ball')} left`
}

function tossWords({ toss }: Pick<CricketScore, 'toss'>, names: Names): string {
  if (!toss) return 'The toss is still to come'
  return `${names.team(toss.winner)} won the toss and chose to ${toss.chose}`
}

function betweenInnings(score: CricketScore, { batting, runs }: Innings, names: Names): string {
  const other = names.team(batting === 'home' ? 'away' : 'home')
  const target = score.nextTarget?.runs ?? runs + 1
  return score.rules.inningsEach === 1 ? `${other} will need ${count(target, 'run')} to win` : 'Between innings'
}

function leadWords(score: CricketScore, { batting }: Innings, names: Names): string {
  const of = (side: Side) =>
    main(score)
      .filter((one) => one.batting === side)
      .reduce((sum, { runs }) => sum + runs, 0)
  const ahead = of(batting) - of(batting === 'home' ? 'away' : 'home')
  const team = names.team(batting)
  if (main(score).length < 2) return `${team} bat`
  return ahead === 0
    ? 'Scores are level'
    : `${team} ${ahead > 0 ? 'lead' : 'trail'} by ${count(Math.abs(ahead), 'run')}`
}

/** Runs in an over of the match's own balls. */
export function runRate(runs: number, balls: number, ballsPerOver: number): string {
  return balls === 0 ? '–' : ((runs * ballsPerOver) / balls).toFixed(2)
}

function rates(score: CricketScore, innings: Innings): string[] {
  const { ballsPerOver } = score.rules
  const per = ballsPerOver === 6 ? '' : ` per ${ballsPerOver} balls`
  const left = ballsLeft(score, innings)
  const said = [`Run rate ${runRate(innings.runs, innings.balls, ballsPerOver)}${per}`]
  if (innings.target && left !== null && left > 0)
    said.push(
      `needed ${runRate(Math.max(0, innings.target.runs - innings.runs), left, ballsPerOver)}`,
      `target ${innings.target.runs}${innings.target.method ? ` (${innings.target.method})` : ''}`,
    )
  return said
}
