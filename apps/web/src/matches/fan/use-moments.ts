'use client'

import type { MatchState } from '@gavel/scoring'
import { useMemo, useState } from 'react'
import { type Moments, momentsOf } from './moments.ts'

/** The plays with their scores, extended by each new one. */
export function useMoments(match: MatchState | null): Moments | null {
  const [known, setKnown] = useState<Moments | null>(null)
  const moments = useMemo(() => match && momentsOf(match, known), [match, known])
  // Kept for the next play. React draws again at once, and then nothing is left to fold.
  if (moments !== known) setKnown(moments)
  return moments
}
