/** One tab of a browser has the pad of a match: the one that was opened, or chosen, last. `changed` is called when another one takes it. */
export function takeTab(matchId: string, changed: () => void) {
  const line = new BroadcastChannel(`gavel-pad-${matchId}`)
  let elsewhere = false
  line.onmessage = () => {
    elsewhere = true
    changed()
  }
  const claim = () => {
    elsewhere = false
    line.postMessage('mine')
  }
  claim()
  return { elsewhere: () => elsewhere, claim, close: () => line.close() }
}
