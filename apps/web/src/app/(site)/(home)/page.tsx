import type { Metadata } from 'next'
import { HomePage } from '../../../features/home/home-page.tsx'
import { loadHome } from '../../../features/home/load-home.ts'
import { realtimeUrl } from '../../../server/realtime-url.ts'

export const metadata: Metadata = { title: { absolute: 'Gavel: player auctions, live' } }

export default async function Page() {
  return <HomePage {...(await loadHome())} realtimeUrl={await realtimeUrl()} />
}
