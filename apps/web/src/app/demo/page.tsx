import { redirect } from 'next/navigation'
import { paths } from '../../paths.ts'
import { api } from '../../server/context.ts'

/** The address that always leads to the exhibition's present night. */
export default async function DemoPage() {
  const night = await (await api()).demo.current()
  redirect(night ? paths.auction(night.auctionId) : paths.home)
}
