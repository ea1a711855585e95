import { paths } from '../../paths.ts'

/** An answer of a route that is no procedure, in the shape that a procedure's has. */
class Refused extends Error {
  override name = 'Refused'
  readonly data: { appCode: string | null }

  constructor(message: string, appCode: string | null) {
    super(message)
    this.data = { appCode }
  }
}

/** Everything about the viewer as a file. @throws Refused with the code that the server gave, such as `AUTH.PROVE_FIRST` */
export async function fetchExport(): Promise<Blob> {
  const answer = await fetch(paths.exportMine)
  if (answer.ok) return answer.blob()
  const said = (await answer.json().catch(() => null)) as { error?: { code?: string; message?: string } } | null
  throw new Refused(said?.error?.message ?? 'The server did not answer.', said?.error?.code ?? null)
}
