'use client'

import { Accessibility, AutoScroller, Cursor, Feedback, PreventSelection } from '@dnd-kit/dom'
import { DragDropProvider, type DragEndEvent, type DragOverEvent, type DragStartEvent } from '@dnd-kit/react'
import { isSortable } from '@dnd-kit/react/sortable'
import { type ReactNode, useMemo, useRef } from 'react'

/** What a dragged thing carries. */
type Dragged = { is: 'set' | 'player'; name: string }
/** A set as a place to drop players into. */
export const dropId = (set: string) => `into ${set}`

type SortingProps = {
  children: ReactNode
  onPlaced: (moved: Dragged & { id: string }, from: number, to: number) => void
  /** A player was dropped on another set. */
  onInto: (player: string, set: string) => void
  nameOfSet: (id: string) => string
}

type Operation = DragEndEvent['operation']

/**
 * Sorting by mouse, touch and keys. On a handle, space or Enter picks up, the arrow keys move, space or Enter puts down and Escape puts
 * back; each step is said to a screen reader.
 */
export function Sorting({ children, onPlaced, onInto, nameOfSet }: SortingProps) {
  const names = useRef(nameOfSet)
  names.current = nameOfSet
  const plugins = useMemo(
    () => [
      AutoScroller,
      Cursor,
      Feedback.configure({ dropAnimation: null }),
      PreventSelection,
      Accessibility.configure({
        screenReaderInstructions: {
          draggable:
            'To move, press space. Then use the arrow keys, and press space again to put it there, or Escape to leave it where it was.',
        },
        announcements: {
          dragstart: ({ operation }: DragStartEvent) => `Picked up ${said(operation)}.`,
          dragover: ({ operation }: DragOverEvent) => {
            const into = setUnder(operation)
            return into ? `Over the set ${names.current(into)}.` : `${said(operation)}: ${place(operation)}.`
          },
          dragend: ({ operation, canceled }: DragEndEvent) => {
            if (canceled) return `${said(operation)} stays where it was.`
            const into = setUnder(operation)
            return into
              ? `${said(operation)} moved into the set ${names.current(into)}.`
              : `${said(operation)} put down, ${place(operation)}.`
          },
        },
      }),
    ],
    [],
  )

  return (
    <DragDropProvider
      plugins={plugins}
      onDragEnd={({ operation, canceled }) => {
        const { source } = operation
        if (canceled || !isSortable(source)) return
        const into = setUnder(operation)
        if (into) return onInto(String(source.id), into)
        if (source.initialIndex !== source.index) {
          onPlaced({ ...(source.data as Dragged), id: String(source.id) }, source.initialIndex, source.index)
        }
      }}
    >
      {children}
    </DragDropProvider>
  )
}

/** The set that the dragged player is held over, where that is another one. */
function setUnder({ target }: Operation): string | null {
  const id = target ? String(target.id) : ''
  return id.startsWith(dropId('')) ? id.slice(dropId('').length) : null
}

const said = ({ source }: Operation) => (source?.data as Dragged | undefined)?.name ?? 'It'

const place = ({ source }: Operation) => (source && isSortable(source) ? `place ${source.index + 1}` : 'no place')
