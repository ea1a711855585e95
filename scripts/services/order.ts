/** The way used last time comes before all but the environment: the data is there. */
export const inOrder = <Way extends { id: string }>(ways: readonly Way[], last: string | undefined): Way[] => {
  const rank = (way: Way) => (way.id === 'environment' ? 0 : way.id === last ? 1 : 2)
  return ways.toSorted((a, b) => rank(a) - rank(b))
}
