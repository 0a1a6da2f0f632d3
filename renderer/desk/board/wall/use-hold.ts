import type { DragEndEvent, DragStartEvent } from '@dnd-kit/core'
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { type SheetSize, suggestSpot } from '../../../../domain/posting/panel-space.ts'
import type { BoardView, PostingView, SheetSpot } from '../../../../server/posting/views.ts'
import { type SpotFault, spotFault } from './spot-fault.ts'
import { STEP, stepOf, stepSpot } from './step-spot.ts'
import type { Laying } from './use-laying.ts'
import type { WallWords } from './use-wall-words.ts'
import type { Wall } from './wall-layout.ts'
import { spotAt } from './wall-point.ts'

/** A sheet somebody holds, by hand or by keys, and where it would come to lie. */
export type Held = {
  readonly sheet: PostingView
  readonly size: SheetSize
  readonly way: 'HAND' | 'KEYS'
  /** Null: nowhere on the wall. */
  readonly spot: SheetSpot | null
  readonly fault: SpotFault | null
  /** By hand: where its upper left corner is in the window, in pixels. */
  readonly corner: { readonly left: number; readonly top: number } | null
}

type Place = {
  readonly board: BoardView
  readonly wall: Wall
  readonly scale: number
  readonly wallElement: RefObject<HTMLElement | null>
  readonly trayElement: RefObject<HTMLElement | null>
  readonly sizeOfSheet: (sheet: PostingView) => SheetSize
  readonly laying: Laying
  readonly words: WallWords
  /** Says a sentence under the wall and to a screen reader. */
  readonly say: (sentence: string) => void
}

const holds = (element: HTMLElement | null, point: { readonly x: number; readonly y: number }) => {
  const box = element?.getBoundingClientRect()
  return (
    box !== undefined &&
    point.x >= box.left &&
    point.x <= box.right &&
    point.y >= box.top &&
    point.y <= box.bottom
  )
}

/** Lifting, moving and laying down, by pointer and by keys: one rule for both. */
export function useHold(place: Place) {
  const { board, wall, scale, laying, words, say } = place
  const { t } = useTranslation('board')
  const [held, setHeld] = useState<Held | null>(null)
  // Where the hand is, and where on the sheet it took hold (millimetres).
  const pointer = useRef({ x: 0, y: 0 })
  const grip = useRef({ x: 0, y: 0 })
  useEffect(() => {
    const follow = (event: PointerEvent) => {
      pointer.current = { x: event.clientX, y: event.clientY }
    }
    // Before the sensor hears of it, which listens on the document.
    window.addEventListener('pointermove', follow, { capture: true })
    return () => {
      window.removeEventListener('pointermove', follow, { capture: true })
    }
  }, [])

  const others = (id: string) => board.postings.filter((one) => one.id !== id && one.spot !== null)
  const spotsBut = (id: string) => others(id).flatMap(({ spot }) => (spot === null ? [] : [spot]))
  const judge = (id: string, spot: SheetSpot | null): SpotFault | null =>
    spot === null ? null : spotFault(spot, wall.panels, others(id))
  const byId = (id: string) => board.postings.find((one) => one.id === id)

  const onWall = () => {
    // Above the faces of the panels stand their names.
    const box = place.wallElement.current?.querySelector('.bd-panel-face')?.getBoundingClientRect()
    return {
      x: (pointer.current.x - (box?.left ?? 0)) / scale,
      y: (pointer.current.y - (box?.top ?? 0)) / scale,
    }
  }

  const inWindow = () => ({
    left: pointer.current.x - grip.current.x * scale,
    top: pointer.current.y - grip.current.y * scale,
  })

  const layDown = ({ sheet, spot, fault }: Held) => {
    setHeld(null)
    if (spot === null) return
    if (fault !== null) {
      say(t('lay.notLaid', { why: words.fault(fault) }))
      return
    }
    const where = words.where(spot)
    laying.move([{ id: sheet.id, from: sheet.spot, to: spot }], () => {
      say(t('lay.laid', { title: sheet.title, where }))
    })
  }

  const takeOff = (sheet: PostingView) => {
    setHeld(null)
    if (sheet.spot === null) return
    laying.move([{ id: sheet.id, from: sheet.spot, to: null }], () => {
      say(t('lay.takenOff', { title: sheet.title }))
    })
  }

  const put = (holding: Held, spot: SheetSpot) => {
    const fault = judge(holding.sheet.id, spot)
    setHeld({ ...holding, spot, fault })
    const where = words.where(spot)
    say(fault === null ? where : `${where} ${words.fault(fault)}`)
  }

  const lift = (sheet: PostingView) => {
    const size = place.sizeOfSheet(sheet)
    const first = wall.panels[0]
    if (first === undefined) return
    const spot = sheet.spot ??
      suggestSpot(wall.panels, spotsBut(sheet.id), size) ?? { panelId: first.id, x: 0, y: 0, ...size }
    setHeld({ sheet, size, way: 'KEYS', spot, fault: judge(sheet.id, spot), corner: null })
    say(t('lay.lifted', { title: sheet.title, where: words.where(spot) }))
  }

  return {
    held,
    takeOff,
    hand: {
      onDragStart: ({ active, activatorEvent }: DragStartEvent) => {
        const sheet = byId(String(active.id))
        if (sheet === undefined) return
        if (activatorEvent instanceof MouseEvent)
          pointer.current = { x: activatorEvent.clientX, y: activatorEvent.clientY }
        const size = place.sizeOfSheet(sheet)
        const panel = wall.panels.find(({ id }) => id === sheet.spot?.panelId)
        const at = onWall()
        grip.current =
          sheet.spot === null || panel === undefined
            ? { x: size.width / 2, y: size.height / 2 }
            : { x: at.x - panel.left - sheet.spot.x, y: at.y - sheet.spot.y }
        setHeld({ sheet, size, way: 'HAND', spot: sheet.spot, fault: null, corner: inWindow() })
      },
      onDragMove: () => {
        setHeld((holding) => {
          if (holding === null) return null
          const at = onWall()
          const corner = { x: at.x - grip.current.x, y: at.y - grip.current.y }
          const overTray = holds(place.trayElement.current, pointer.current)
          const spot = overTray ? null : spotAt(corner, holding.size, wall, spotsBut(holding.sheet.id))
          return { ...holding, spot, fault: judge(holding.sheet.id, spot), corner: inWindow() }
        })
      },
      onDragEnd: (_event: DragEndEvent) => {
        if (held === null) return
        if (held.spot === null && holds(place.trayElement.current, pointer.current)) takeOff(held.sheet)
        else layDown(held)
      },
      onDragCancel: () => {
        setHeld(null)
        say(t('lay.cancelled'))
      },
    },
    keys: (sheet: PostingView) => (event: KeyboardEvent) => {
      const holding = held?.way === 'KEYS' && held.sheet.id === sheet.id ? held : null
      const done = () => {
        event.preventDefault()
        event.stopPropagation()
      }
      if (holding === null) {
        if (event.key === ' ') {
          done()
          lift(sheet)
        } else if (event.key === 'Delete' && sheet.spot !== null) {
          done()
          takeOff(sheet)
        }
        return
      }
      const step = stepOf(event.key)
      if (step !== null && holding.spot !== null) {
        done()
        put(holding, stepSpot(holding.spot, step, event.shiftKey ? STEP.large : STEP.small, wall))
      } else if (event.key === 'Enter' || event.key === ' ') {
        done()
        // What is refused stays in the hand, so that a few more steps can mend it.
        if (holding.fault !== null && holding.spot !== null) put(holding, holding.spot)
        else layDown(holding)
      } else if (event.key === 'Escape') {
        done()
        setHeld(null)
        say(t('lay.cancelled'))
      }
    },
    /** The keys go to something else: what was lifted by them lies where it lay. */
    letGo: (sheet: PostingView) => {
      if (held?.way !== 'KEYS' || held.sheet.id !== sheet.id) return
      setHeld(null)
      say(t('lay.cancelled'))
    },
  }
}

/** What is held, and the ways it moves. */
export type Hold = ReturnType<typeof useHold>
