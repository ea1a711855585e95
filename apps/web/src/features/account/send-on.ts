import 'server-only'
import { redirect } from 'next/navigation'
import { viewer } from './viewer.ts'

/** Sends on to `next`, a path of this site, whoever is signed in already; the form is for everybody else. */
export async function sendOn(next: string): Promise<void> {
  // Where that cannot be looked up, the form says what is wrong.
  if (await viewer().catch(() => null)) redirect(next)
}
