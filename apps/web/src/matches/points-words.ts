/** What an organiser did to a team's points: `Herons: 2 points taken`, `Herons: 1 point given`. `points`: less than none were given. */
export function pointsTakenWords(team: string, points: number): string {
  const count = Math.abs(points)
  return `${team}: ${count} ${count === 1 ? 'point' : 'points'} ${points > 0 ? 'taken' : 'given'}`
}
