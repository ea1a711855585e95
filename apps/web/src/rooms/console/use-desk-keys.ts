'use client'

import type { AuctionState } from '@gavel/auction'
import { useCallback, useRef } from 'react'
import { type KeyMap, useKeys } from '../use-keys.ts'
import { ACTION_NAMES, ACTIONS, type ActionName, actionOfKey } from './actions.ts'

type DeskKeysOptions = {
  auction: AuctionState | null
  run: (name: ActionName) => void
  /** What keys mean while a hand is raised: the next letter is a team's. Null while none is. */
  floor: KeyMap | null
  /** Keys that go somewhere instead of doing something. */
  places: KeyMap
}

/**
 * The keys of the desk, made from the table of actions. What needs its key twice is driven through its button, which says that it is armed.
 *
 * @returns gives a button's press to its key
 */
export function useDeskKeys({ auction, run, floor, places }: DeskKeysOptions) {
  const presses = useRef(new Map<string, () => void>())

  const press = (key: string) => () => {
    const name = auction && actionOfKey(auction, key)
    if (!name) return
    if (!ACTIONS[name].twice) return run(name)
    // A button that is not on the page now is gone to first.
    const pressed = presses.current.get(key) ?? places[key]
    pressed?.()
  }
  const table = Object.fromEntries(ACTION_NAMES.map((name) => [ACTIONS[name].key, press(ACTIONS[name].key)]))
  useKeys(floor ?? { ...places, ...table })

  return useCallback(
    (key: string) => (pressed: () => void) => {
      presses.current.set(key, pressed)
      return () => {
        if (presses.current.get(key) === pressed) presses.current.delete(key)
      }
    },
    [],
  )
}
