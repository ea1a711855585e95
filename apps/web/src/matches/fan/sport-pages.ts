import type { ScoredSport } from '@gavel/scoring'
import { badmintonPage } from './badminton/page.tsx'
import { cricketPage } from './cricket/page.tsx'
import { footballPage } from './football/page.tsx'
import { kabaddiPage } from './kabaddi/page.tsx'
import type { SportPage } from './sport-page.ts'
import { volleyballPage } from './volleyball/page.tsx'

const PAGES: { [Id in ScoredSport]: SportPage<Id> } = {
  cricket: cricketPage,
  football: footballPage,
  badminton: badmintonPage,
  volleyball: volleyballPage,
  kabaddi: kabaddiPage,
}

/** A match hands a page only what is of its own sport, which the types cannot say. */
export const sportPage = (id: ScoredSport): SportPage<ScoredSport> => PAGES[id] as unknown as SportPage<ScoredSport>
