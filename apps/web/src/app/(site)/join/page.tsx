import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { foldTyped } from '../../../features/join/code.ts'
import { JoinPage } from '../../../features/join/join-page.tsx'
import { paths } from '../../../paths.ts'

export const metadata: Metadata = { title: 'Have a code?' }

/** Asks for a code, or goes where the code of its form leads. */
export default async function Page({ searchParams }: { searchParams: Promise<{ code?: unknown }> }) {
  const { code } = await searchParams
  const typed = typeof code === 'string' ? foldTyped(code) : ''
  if (typed) redirect(paths.join(typed))
  return <JoinPage />
}
