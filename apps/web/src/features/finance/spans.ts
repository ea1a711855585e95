const DAY_MS = 86_400_000

/** Times that the books are looked at, in days back from now. */
export const SPANS = [
  { days: 7, words: 'A week' },
  { days: 30, words: '30 days' },
  { days: 90, words: '90 days' },
  { days: 365, words: 'A year' },
] as const
export type Days = (typeof SPANS)[number]['days']

/** The days that an address asks for; a month where it asks for none of them. */
export const daysAsked = (text: string | undefined): Days => SPANS.find(({ days }) => String(days) === text)?.days ?? 30

/** From the first of so many whole days of UTC up to now. */
export function spanOf(days: Days, nowMs: number): { fromMs: number; toMs: number } {
  return { fromMs: nowMs - (nowMs % DAY_MS) - (days - 1) * DAY_MS, toMs: nowMs }
}
