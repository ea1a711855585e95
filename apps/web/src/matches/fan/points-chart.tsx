'use client'

import dynamic from 'next/dynamic'

/** Both sides' points as they grew. What draws it is asked for with the first picture: whoever follows a match needs its figures at once. */
export const PointsChart = dynamic(() => import('./points-lines.tsx').then((drawn) => drawn.PointsLines), {
  ssr: false,
})
