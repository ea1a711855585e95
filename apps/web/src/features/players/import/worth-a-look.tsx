/** What stops no import and may still be a slip of the list. Nothing where nothing is. */
export function WorthALook({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null
  return (
    <ul aria-label="Worth a look" className="grid list-disc gap-1 pl-5 text-sm text-warn">
      {warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
    </ul>
  )
}
