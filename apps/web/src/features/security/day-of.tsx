const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A day in words; the moment in the title. */
export function DayOf({ atMs }: { atMs: number }) {
  const moment = new Date(atMs).toISOString()
  return (
    <time dateTime={moment} title={moment}>
      {DAY.format(atMs)}
    </time>
  )
}
