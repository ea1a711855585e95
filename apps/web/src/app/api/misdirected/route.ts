import { loadEnvPart } from '@gavel/config'

export const dynamic = 'force-dynamic'

/** What everybody gets who asks by an address that is not Gavel's: where it is (LAN-4). */
export const GET = (): Response =>
  new Response(`This is not the address of this Gavel. Open ${loadEnvPart(['webUrl']).webUrl} instead.\n`, {
    status: 421,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
