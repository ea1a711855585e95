import { loadEnvPart } from '@gavel/config'
import type { Metadata } from 'next'
import { HomePage } from '../../../features/home/home-page.tsx'
import { loadHome } from '../../../features/home/load-home.ts'

export const metadata: Metadata = { title: { absolute: 'Gavel: player auctions, live' } }

export default async function Page() {
  const { realtimeUrl } = loadEnvPart(['realtimeUrl'])
  return <HomePage {...(await loadHome())} realtimeUrl={realtimeUrl} />
}
