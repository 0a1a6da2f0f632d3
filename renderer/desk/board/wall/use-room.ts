import { useEffect, useRef, useState } from 'react'

const SMALLEST = 320
// Top line, head of the page, tray and the line under the wall.
const AROUND = 330

/** The room there is for the wall, in pixels: as wide as its place, and no higher than leaves the tray in sight. */
export function useRoom() {
  const place = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState({ width: 0, height: SMALLEST })
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const measure = () => {
      setRoom({ width: element.clientWidth, height: Math.max(SMALLEST, window.innerHeight - AROUND) })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    window.addEventListener('resize', measure)
    measure()
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [])
  return { place, room }
}
