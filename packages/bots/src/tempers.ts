import { createRng } from './rng.ts'

export const TEMPERS = ['cautious', 'keen', 'star-hunter', 'squad-filler'] as const
/** How somebody behaves with a paddle in the hand. */
export type Temper = (typeof TEMPERS)[number]

/** Somebody with a paddle. `seed` makes two of one temper differ, and the same one again the same. */
export type Bot = { temper: Temper; seed: string }

/** What a temper is made of. */
export type Character = {
  /** How much of the money for one place an ordinary player is worth. */
  readonly share: number
  /** How much more a star is worth. */
  readonly stars: number
  /** How far the own opinion of a player may lie from everybody's. */
  readonly spread: number
  /** How far above the smallest squad it wants to go: 0 not at all, 1 to the largest. */
  readonly places: number
  /** How often it lets an ordinary player pass. */
  readonly picky: number
  /** How often it calls more than the next price. */
  readonly jumps: number
  /** How often it holds back until the auctioneer calls. */
  readonly hesitates: number
  /** Above 1 it is quicker than most, below 1 slower. */
  readonly haste: number
  /** How often it leaves a hidden maximum, where it may, instead of raising the paddle. */
  readonly trusts: number
}

export const CHARACTERS = {
  cautious: {
    share: 0.8,
    stars: 0.9,
    spread: 0.15,
    places: 0.25,
    picky: 0.35,
    jumps: 0,
    hesitates: 0.35,
    haste: 0.8,
    trusts: 0.6,
  },
  keen: {
    share: 1.15,
    stars: 1.2,
    spread: 0.3,
    places: 0.5,
    picky: 0.15,
    jumps: 0.06,
    hesitates: 0.08,
    haste: 1.7,
    trusts: 0.1,
  },
  'star-hunter': {
    share: 0.6,
    stars: 4.5,
    spread: 0.25,
    places: 0.1,
    picky: 0.5,
    jumps: 0.1,
    hesitates: 0.15,
    haste: 1.2,
    trusts: 0.3,
  },
  'squad-filler': {
    share: 0.95,
    stars: 0.6,
    spread: 0.1,
    places: 0.9,
    picky: 0.05,
    jumps: 0,
    hesitates: 0.2,
    haste: 1,
    trusts: 0.4,
  },
} as const satisfies Record<Temper, Character>

/** The temper that a seed gives: tempers are shared out evenly among bots that are numbered in `index`. */
export const temperOf = (seed: string, index: number): Temper => {
  const turned = Math.floor(createRng(seed)() * TEMPERS.length)
  return TEMPERS[(turned + index) % TEMPERS.length] ?? 'keen'
}
