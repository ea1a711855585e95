/** The names that people know; the engine's own list still has a few old ones. */
const MODERN: Readonly<Record<string, string>> = { 'Asia/Calcutta': 'Asia/Kolkata', 'Asia/Katmandu': 'Asia/Kathmandu' }

/** Time zones to choose from, as the server knows them, so that a list is the same before and after hydration. */
export function timeZones(): string[] {
  const known = Intl.supportedValuesOf('timeZone').map((name) => MODERN[name] ?? name)
  return [...new Set(['UTC', ...known])].toSorted()
}
