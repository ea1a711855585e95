/**
 * The service worker of the scorer's pads: without a network it gives a pad's page, with the policy it came with, and its scripts, as they were
 * when it was open last. Everything else, and everything while there is a network, goes to the server (PAD-17).
 *
 * A page says which files it is made of once it stands; those of older builds are dropped then.
 */
export const PAD_WORKER = `'use strict'
const KEPT = 'gavel-pad'
const PAD = /^\\/matches\\/[^/]+\\/score$/
const FILES = '/_next/static/'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const { page, files } = event.data
  event.waitUntil(keep(page, files))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && PAD.test(url.pathname)) event.respondWith(pageOf(request))
  else if (url.pathname.startsWith(FILES)) event.respondWith(fileOf(request))
})

async function keep(page, files) {
  const kept = await caches.open(KEPT)
  const wanted = new Set(files)
  for (const { url } of await kept.keys())
    if (new URL(url).pathname.startsWith(FILES) && !wanted.has(url)) await kept.delete(url)
  const missing = []
  for (const file of files) if (!(await kept.match(file))) missing.push(file)
  await kept.addAll(missing)
  if (!(await kept.match(page))) await keepPage(page, await fetch(page))
}

async function keepPage(page, response) {
  if (response.ok && !response.redirected) await (await caches.open(KEPT)).put(page, response)
}

async function pageOf(request) {
  try {
    const response = await fetch(request)
    await keepPage(request.url, response.clone())
    return response
  } catch {
    return (await caches.match(request.url)) ?? Response.error()
  }
}

async function fileOf(request) {
  return (await caches.match(request.url)) ?? fetch(request)
}
`
