export { badminton } from './badminton/badminton.ts'
export type { BadmintonPlay, BadmintonSetup } from './badminton/plays.ts'
export { BADMINTON_FORMATS, type BadmintonRules } from './badminton/rules.ts'
export { type BadmintonScore, gameScores, serviceOf } from './badminton/score.ts'
export { badmintonSentence } from './badminton/sentences.ts'
export { badmintonTable, type GamesResult } from './badminton/table.ts'
export { type BadmintonCall, badmintonCalls, badmintonPoints } from './badminton/views.ts'
export { oversAt } from './cricket/apply-ball.ts'
export { newBatterFaces } from './cricket/ball.ts'
export { type ChancePaces, winChances } from './cricket/chances.ts'
export { CRICKET_FORMATS, type CricketFormat, cricketRules, followOnLead } from './cricket/formats.ts'
export { LAW_SETS, type LawSet, type LawSetId, lawSet, lawsOn } from './cricket/laws.ts'
export { cricketNext } from './cricket/next.ts'
export { LONG_PACES, type Pace, type Paces, SHORT_PACES } from './cricket/paces.ts'
export type {
  BallRuns,
  CricketPlay,
  CricketPlayType,
  Delivery,
  DismissalKind,
  Fielder,
  Margin,
  PlayNamed,
  RetirementKind,
  Review,
  Wicket,
} from './cricket/plays.ts'
export { DISMISSALS, RETIREMENTS } from './cricket/plays.ts'
export { type CricketResult, cricketResult, resultText } from './cricket/result.ts'
export type { CricketRules, CricketSetup, Extra } from './cricket/rules.ts'
export type { Batter, Bowler, CricketScore, Innings, InningsOver } from './cricket/score.ts'
export { extrasOf, type InningsCard, type Rates, runRates, scorecard } from './cricket/scorecard.ts'
export { cricketSentence, dismissalText, type OverSummary, overSummary, runWords } from './cricket/sentences.ts'
export {
  type CricketMatchResult,
  type CricketPoints,
  type CricketRow,
  cricketTable,
  TWO_FOR_A_WIN,
} from './cricket/table.ts'
export {
  type BallView,
  ballMark,
  manhattan,
  type OverBar,
  overBalls,
  type Partnership,
  partnerships,
  scores,
  timeline,
  type WormPoint,
  worm,
} from './cricket/timeline.ts'
export { averagesOf, type PlayerTotals, playerTotals, pricesPerFeat, type Worth } from './cricket/totals.ts'
export { currentInnings, oversText, placeText } from './cricket/where.ts'
export { type Fixture, type FixturePlan, MAX_FIXTURE_TEAMS, type Slot } from './fixtures/fixture.ts'
export { makeFixtures, whyNoFixtures } from './fixtures/make-fixtures.ts'
export { type MatchDay, matchDays } from './fixtures/match-days.ts'
export { football } from './football/football.ts'
export type { FootballPlay, FootballSetup, Minute, Period } from './football/plays.ts'
export { FOOTBALL_FORMATS, type FootballRules, type FootballTable } from './football/rules.ts'
export { ahead, changesAllowed, type FootballScore, minuteWords, periodAfter, periodWords } from './football/score.ts'
export { footballSentence } from './football/sentences.ts'
export { type FootballRow, footballTable, type GoalsResult } from './football/table.ts'
export {
  type FootballMoment,
  type FootballResult,
  fairPlayOf,
  footballResult,
  footballTimeline,
  minuteOf,
  scorers,
} from './football/views.ts'
export { kabaddi } from './kabaddi/kabaddi.ts'
export type { KabaddiPlay, KabaddiSetup, Raid } from './kabaddi/plays.ts'
export { KABADDI_FORMATS, type KabaddiRules, type KabaddiTable } from './kabaddi/rules.ts'
export { isDoOrDie, type KabaddiScore, kabaddiPoints, onMat, raidWorth } from './kabaddi/score.ts'
export { kabaddiSentence } from './kabaddi/sentences.ts'
export { type KabaddiRow, kabaddiTable } from './kabaddi/table.ts'
export {
  type DefenderFigures,
  defenders,
  type KabaddiMoment,
  kabaddiTimeline,
  playersOnMat,
  type RaiderFigures,
  raidAsDue,
  raiders,
} from './kabaddi/views.ts'
export { type MatchAudience, matchEntryFor, matchStateFor, type VisibleMatchEntry } from './match/audience.ts'
export { type BlindDifference, blindDifferences } from './match/blind.ts'
export { MAX_PLAYS, type MatchCommand, type MatchCommandOf, type MatchCommandType } from './match/commands.ts'
export { type Consequence, type Correction, consequencesOf } from './match/consequences.ts'
export { createMatch, decideMatch, type MatchDecision } from './match/decide.ts'
export {
  MATCH_ENTRY_TYPES,
  type MatchDraft,
  type MatchEntry,
  type MatchEntryType,
  type MatchStamp,
} from './match/entries.ts'
export { evolveMatch, foldMatch, type HiddenMatchEntry } from './match/evolve.ts'
export { type MatchLine, matchLine } from './match/line.ts'
export {
  type ActorId,
  type Anomaly,
  type BlindSheet,
  type DeviceId,
  type Ending,
  type Holder,
  isMatchOf,
  type MatchPhase,
  type MatchState,
  outcomeOf,
  type Written,
} from './match/state.ts'
export { storedMatch } from './match/stored.ts'
export type { Objection } from './objections.ts'
export { MATCH_REFUSAL_CODES, type MatchRefusal, type MatchRefusalCode, matchRefusalWords } from './refusals.ts'
export { type PlayerSeason, playerSeason } from './season/player-season.ts'
export type { SetsResult, SetsRow } from './sets/count.ts'
export { type PointWon, type RallyFigures, rallyFigures } from './sets/rallies.ts'
export { couldEnd, isPointAway, leaderBySets, matchWinner, type SetRules, setsCouldBe, setsWon } from './sets/sets.ts'
export { nextInTurn } from './shoot-out.ts'
export {
  type BySide,
  type Figure,
  type MatchSetup,
  type Outcome,
  otherSide,
  type PlayerId,
  type Side,
  type Sport,
  type SportId,
  type TeamSheet,
} from './sport.ts'
export { type PlayOf, type RulesOf, type ScoredSport, type ScoreOf, type SetupOf, SPORTS, sportOf } from './sports.ts'
export type { Deducted, Deduction } from './tables/deductions.ts'
export { type HeadToHead, headToHead, type Meeting } from './tables/head-to-head.ts'
export { type Criterion, rank } from './tables/rank.ts'
export { type Tally, tally } from './tables/tally.ts'
export type { VolleyballPlay, VolleyballSetup } from './volleyball/plays.ts'
export { VOLLEYBALL_FORMATS, type VolleyballRules } from './volleyball/rules.ts'
export { onCourt, serverOf, setNumber, setScores, type VolleyballScore } from './volleyball/score.ts'
export { volleyballSentence } from './volleyball/sentences.ts'
export { volleyballTable } from './volleyball/table.ts'
export { servers, type VolleyballCall, volleyballCalls, volleyballPoints } from './volleyball/views.ts'
export { volleyball } from './volleyball/volleyball.ts'
export { listed, type Names } from './words/names.ts'
