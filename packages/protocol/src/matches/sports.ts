import type { PlayOf, ScoredSport, SetupOf, SportId } from '@gavel/scoring'
import type { z } from 'zod'
import { badmintonPlay, badmintonSetup } from './badminton.ts'
import { cricketPlay, cricketSetup } from './cricket.ts'
import { footballPlay, footballSetup } from './football.ts'
import { kabaddiPlay, kabaddiSetup } from './kabaddi.ts'
import { volleyballPlay, volleyballSetup } from './volleyball.ts'

/** What a scorer may send in each sport. */
const WIRE = {
  cricket: { play: cricketPlay, setup: cricketSetup },
  football: { play: footballPlay, setup: footballSetup },
  badminton: { play: badmintonPlay, setup: badmintonSetup },
  volleyball: { play: volleyballPlay, setup: volleyballSetup },
  kabaddi: { play: kabaddiPlay, setup: kabaddiSetup },
} satisfies Record<SportId, unknown> & {
  [Id in ScoredSport]: { play: z.ZodType<PlayOf<Id>>; setup: z.ZodType<SetupOf<Id>> }
}

export const playOf = (sport: ScoredSport): z.ZodType<PlayOf<ScoredSport>> => WIRE[sport].play
export const setupOf = (sport: ScoredSport): z.ZodType<SetupOf<ScoredSport>> => WIRE[sport].setup
