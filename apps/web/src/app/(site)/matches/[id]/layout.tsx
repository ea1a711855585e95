import type { ReactNode } from 'react'
import { findMatch } from '../../../../matches/fan/load-match.ts'

type Props = { children: ReactNode; params: Promise<{ id: string }> }

/** Asked before the page's shape is sent, so that an address without a match is answered 404. */
export default async function MatchLayout({ children, params }: Props) {
  await findMatch((await params).id)
  return children
}
