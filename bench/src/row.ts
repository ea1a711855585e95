/** One way of doing what a row measures. What `run` gives back is not looked at. */
export type Contestant = { readonly name: string; run(): unknown }

/**
 * One thing that is measured, side by side (BENCH-1). `floor`: what cannot be done faster by anybody, such as reading the same bytes; every
 * contestant is told as a multiple of it.
 */
export type Row = {
  readonly area: string
  readonly name: string
  /** What it is measured on, for people (BENCH-2). */
  readonly input: string
  readonly floor: Contestant
  readonly contestants: readonly Contestant[]
  /** What one run works through, such as 237 balls. */
  readonly items?: { readonly count: number; readonly of: string }
  /** What a median should stay under, in milliseconds: told beside it, and no reason to fail. */
  readonly targetMs?: number
}
