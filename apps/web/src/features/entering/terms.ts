import type { KindTerms } from '@gavel/api'

/** What a form of entering is drawn from; the desk's preview has no more than this. */
export type AskedTerms = Pick<KindTerms, 'kind' | 'ages' | 'categories' | 'questions' | 'seats' | 'fee' | 'shares'>
