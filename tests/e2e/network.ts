import type { Page, WebSocketRoute } from '@playwright/test'

/** A page's line to the auction rooms, which a story can cut. The browser's own switch for "offline" leaves open sockets alone. */
export type Line = { cut(): Promise<void>; mend(): void }

/** Call it before the page opens its room. */
export async function lineOf(page: Page): Promise<Line> {
  let broken = false
  const open = new Set<WebSocketRoute>()
  await page.routeWebSocket(/socket\.io/, (socket) => {
    if (broken) {
      void socket.close()
      return
    }
    socket.connectToServer()
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
  }
}
