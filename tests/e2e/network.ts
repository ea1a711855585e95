import type { Page, WebSocketRoute } from '@playwright/test'

/**
 * A page's line to the auction rooms, which a story can cut, or make slow: what is held leaves the page when it is released. The browser's
 * own switch for "offline" leaves open sockets alone.
 */
export type Line = { cut(): Promise<void>; mend(): void; hold(): void; release(): void }

/** Call it before the page opens its room. */
export async function lineOf(page: Page): Promise<Line> {
  let broken = false
  const open = new Set<WebSocketRoute>()
  let held: (() => void)[] | null = null
  await page.routeWebSocket(/socket\.io/, (socket) => {
    if (broken) {
      void socket.close()
      return
    }
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      if (held) held.push(() => server.send(message))
      else server.send(message)
    })
    open.add(socket)
  })
  return {
    async cut() {
      broken = true
      await Promise.all([...open].map((socket) => socket.close()))
      open.clear()
    },
    mend() {
      broken = false
    },
    hold() {
      held = []
    },
    release() {
      const waiting = held ?? []
      held = null
      for (const send of waiting) send()
    },
  }
}
