import type { RouterOutputs } from '@gavel/api'

/** What entering an event asks and costs. */
export type EntryTerms = RouterOutputs['event']['entryTerms']
/** The same of one kind of entry. */
export type KindTerms = EntryTerms['player']
/** What a form of entering is drawn from; the desk's preview has no more than this. */
export type AskedTerms = Pick<KindTerms, 'kind' | 'ages' | 'categories' | 'questions' | 'seats' | 'fee' | 'shares'>
