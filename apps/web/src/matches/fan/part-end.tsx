/** What a set, a half or a game brought, once it has ended: above the line that closed it (MATCHPAGE-3). `rows`: left and right. */
export function PartEnd({ rows }: { rows: readonly (readonly [left: string, right: string])[] }) {
  return (
    <li className="my-2 grid gap-y-1 rounded-card bg-sunken px-4 py-3 text-sm">
      {rows.map(([left, right], at) => (
        <p
          key={left}
          className={`flex flex-wrap justify-between gap-x-6 tabular-nums ${at === 0 ? 'font-semibold' : 'text-muted'}`}
        >
          <span>{left}</span>
          <span>{right}</span>
        </p>
      ))}
    </li>
  )
}
