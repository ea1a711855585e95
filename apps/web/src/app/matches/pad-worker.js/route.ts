import { PAD_WORKER } from '../../../matches/score/pad-worker.ts'

/** The scorer's pad opens without a network once it has been open with one. Served beside the pages that it serves. */
export const GET = () =>
  new Response(PAD_WORKER, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  })
