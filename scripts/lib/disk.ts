import { statfsSync } from 'node:fs'
import { root } from './paths.ts'
import { Problem } from './problem.ts'

/** Databases, logs and a build fit in this, once the dependencies are there. */
const NEEDED_BYTES = 1e9

export const freeBytes = (): number => {
  const { bavail, bsize } = statfsSync(root)
  return bavail * bsize
}

/** @throws Problem when too little is free: a full disk would stop the databases half way. */
export const checkDisk = (): void => {
  if (freeBytes() < NEEDED_BYTES)
    throw new Problem(
      `The disk has ${(freeBytes() / 1e9).toFixed(2)} GB free, and Gavel needs ${NEEDED_BYTES / 1e9} GB: free some space and run the command again.`,
    )
}
