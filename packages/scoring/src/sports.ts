import { badminton } from './badminton/badminton.ts'
import { cricket } from './cricket/sport.ts'
import { football } from './football/football.ts'
import { kabaddi } from './kabaddi/kabaddi.ts'
import type { Sport, SportId } from './sport.ts'
import { volleyball } from './volleyball/volleyball.ts'

/** The one table of sports. Nothing else asks which sport a match is of. */
export const SPORTS = { cricket, football, badminton, volleyball, kabaddi } as const satisfies Record<SportId, unknown>

/** The sports that are scored here. */
export type ScoredSport = keyof typeof SPORTS

type Kind<S> =
  S extends Sport<infer Rules, infer Setup, infer Play, infer Score>
    ? { rules: Rules; setup: Setup; play: Play; score: Score }
    : never

export type RulesOf<Id extends ScoredSport> = Kind<(typeof SPORTS)[Id]>['rules']
export type SetupOf<Id extends ScoredSport> = Kind<(typeof SPORTS)[Id]>['setup']
export type PlayOf<Id extends ScoredSport> = Kind<(typeof SPORTS)[Id]>['play']
export type ScoreOf<Id extends ScoredSport> = Kind<(typeof SPORTS)[Id]>['score']

/** A sport whose plays the shell carries without looking into them. */
export type AnySport = Sport<RulesOf<ScoredSport>, SetupOf<ScoredSport>, PlayOf<ScoredSport>, ScoreOf<ScoredSport>>

/** The shell hands a sport only what the same sport made, which the types cannot say. */
export const sportOf = (id: ScoredSport): AnySport => SPORTS[id] as unknown as AnySport
