/** What was written last, read aloud. */
export function LiveLine({ words }: { words: string | null }) {
  return (
    <p aria-live="polite" className="sr-only">
      {words}
    </p>
  )
}
