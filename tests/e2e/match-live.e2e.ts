import type { Page } from '@playwright/test'
import { administrator, PHONE, signedIn, someone } from './people.ts'
import { makeMatch, padOf } from './pitch.ts'
import { expect, test } from './story.ts'

/** What the page showed when the screen was drawn for the first time after a message with entries had come in. `tookMs`: until the page had changed. */
type Drawn = { score: string; tookMs: number }

/** Looks at the score in the frame after each arrival, from the page's first moment on. */
async function watchFrames(page: Page): Promise<() => Promise<Drawn[]>> {
  await page.addInitScript(() => {
    const drawn: Drawn[] = []
    Object.assign(window, { drawn })
    const board = () => document.querySelector('section[aria-label="Score"]')
    class Watched extends WebSocket {
      constructor(...given: ConstructorParameters<typeof WebSocket>) {
        super(...given)
        // Before the room's own listener, so the frame that is asked for here is the first after the arrival.
        this.addEventListener('message', ({ data }) => {
          if (!String(data).includes('["entries",')) return
          const cameMs = performance.now()
          let changedMs = Number.NaN
          const region = board()
          const changes = new MutationObserver(() => {
            if (Number.isNaN(changedMs)) changedMs = performance.now()
          })
          if (region) changes.observe(region, { subtree: true, childList: true, characterData: true })
          requestAnimationFrame(() => {
            changes.disconnect()
            drawn.push({ score: region?.textContent ?? '', tookMs: changedMs - cameMs })
          })
        })
      }
    }
    window.WebSocket = Watched
  })
  return () => page.evaluate(() => (window as unknown as { drawn: Drawn[] }).drawn)
}

/** Counts what a page sends and is sent: messages of the room by their name, and requests. */
function countTraffic(page: Page) {
  const sent: string[] = []
  const came: string[] = []
  const named = (payload: string | Buffer) => /\["(\w+)"/.exec(String(payload))?.[1]
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => sent.push(named(payload) ?? ''))
    socket.on('framereceived', ({ payload }) => came.push(named(payload) ?? ''))
  })
  page.on('request', (request) => {
    if (request.url().includes('/api/')) sent.push(request.url())
  })
  /** Heartbeats, the clock and the crowd go on whether there is a ball or not. */
  const ofBalls = (of: readonly string[]) => of.filter((name) => name !== '' && name !== 'clock' && name !== 'presence')
  return {
    forget: () => {
      sent.length = 0
      came.length = 0
    },
    sent: () => ofBalls(sent),
    came: () => ofBalls(came),
  }
}

test('MATCHLIVE-10 a ball is one message to whoever watches, asked for by nobody, and is on the screen when it is next drawn', async ({
  browser,
}, info) => {
  const admin = await administrator(browser)
  const { matchId } = await makeMatch(admin, { rules: { overs: 2, players: 5 }, scorers: ['owner1@gavel.test'] })
  const scorer = await signedIn(browser, 'owner1', '/join', PHONE)
  const written = countTraffic(scorer)
  await scorer.goto(`/matches/${matchId}/score`)
  const pad = padOf(scorer)
  await pad.keep()
  await pad.start()
  const fan = await someone(browser, PHONE)
  const traffic = countTraffic(fan)
  const frames = await watchFrames(fan)
  await fan.goto(`/matches/${matchId}`)
  const score = fan.getByRole('region', { name: 'Score' })
  await pad.tap('0 runs')
  await pad.sent()
  await expect(score).toContainText('0/00.1 ov')
  // The frame of the first ball has been looked at too before anything is counted.
  await fan.evaluate(() => new Promise(requestAnimationFrame))
  traffic.forget()
  written.forget()

  const before = (await frames()).length
  const expected = ['4/0', '5/0', '7/0', '7/0']
  for (const [n, runs] of ['4 runs', '1 run', '2 runs', '0 runs'].entries()) {
    await pad.tap(runs)
    await pad.sent()
    await expect.poll(async () => (await frames()).length).toBe(before + n + 1)
  }
  const drawn = (await frames()).slice(before)
  for (const [n, { score: shown }] of drawn.entries()) expect(shown).toContain(expected[n])
  expect(traffic.sent()).toEqual([])
  expect(traffic.came()).toEqual(['entries', 'entries', 'entries', 'entries'])
  expect(written.sent()).toEqual(['command', 'command', 'command', 'command'])
  const took = drawn.map(({ tookMs }) => tookMs.toFixed(1)).join(', ')
  info.annotations.push({ type: 'figure', description: `from the message to the page, each ball: ${took} ms` })
})
