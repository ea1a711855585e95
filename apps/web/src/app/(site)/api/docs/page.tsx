import { restOperations, restProblems } from '@gavel/api'
import { loadEnvPart } from '@gavel/config'
import type { Metadata } from 'next'
import { connection } from 'next/server'
import { ApiDocsPage } from '../../../../features/api-docs/api-docs-page.tsx'

export const metadata: Metadata = { title: 'API', description: 'What Gavel can be asked by programs.' }

export default async function Page() {
  // The address is this installation's own, and the policy of the page is of each request.
  await connection()
  const { webUrl } = loadEnvPart(['webUrl'])
  return <ApiDocsPage operations={restOperations()} problems={restProblems()} webUrl={webUrl} />
}
