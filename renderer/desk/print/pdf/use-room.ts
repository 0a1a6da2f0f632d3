import { useEffect, useState, type RefObject } from 'react'
import type { Room } from './zoom.ts'

/** Room inside an element, in CSS pixels, as it changes with the window. */
export function useRoom(element: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>({ width: 0, height: 0 })
  useEffect(() => {
    const box = element.current
    if (box === null) return
    const measure = () => setRoom({ width: box.clientWidth, height: box.clientHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    measure()
    return () => observer.disconnect()
  }, [element])
  return room
}
