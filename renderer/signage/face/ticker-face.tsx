import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { pageStay, TICKER_CHARACTERS_A_SECOND } from '../../../domain/signage/reading-time.ts'
import type { GlassPlan } from '../../../domain/signage/glass-plan.ts'

/** The beginning stands long enough to be found, and the end to be read. */
const PAUSE_MS = 3000

/** One line. What is longer than the line moves, no faster than it can be read, and stands still at both ends; nothing else moves. */
export function TickerFace(props: {
  readonly text: string
  readonly tone: 'NOTICE' | 'EMERGENCY'
  readonly plan: GlassPlan
  readonly turn: number
  readonly still: boolean
  readonly onShown: () => void
  readonly onDone: () => void
}) {
  const { text, plan, turn, still } = props
  const line = useRef<HTMLParagraphElement>(null)
  const [over, setOver] = useState<number | null>(null)
  const shown = useEffectEvent(props.onShown)
  const done = useEffectEvent(props.onDone)
  useLayoutEffect(() => {
    const element = line.current
    const room = element?.parentElement
    if (!element || !room) return undefined
    let isCurrent = true
    const measure = () => {
      if (isCurrent) setOver(Math.max(0, Math.ceil(element.scrollWidth - room.clientWidth)))
    }
    if (element.offsetWidth >= 0 && document.fonts.status === 'loaded') measure()
    else void document.fonts.ready.then(measure)
    return () => {
      isCurrent = false
    }
  }, [text])
  useEffect(() => {
    const element = line.current
    if (over === null || element === null) return undefined
    shown()
    if (still) return undefined
    const moving = (over / (TICKER_CHARACTERS_A_SECOND * plan.type.fontPixels)) * 1000
    const whole = over === 0 ? pageStay(text.length) : 2 * PAUSE_MS + moving
    const end = `translateX(${String(-over)}px)`
    const movement =
      over === 0
        ? null
        : element.animate([{ transform: 'translateX(0)' }, { transform: end }], {
            delay: PAUSE_MS,
            duration: moving,
            fill: 'both',
            // Half a pixel is a smear on an LED wall.
            easing: plan.coarse ? `steps(${String(over)}, end)` : 'linear',
          })
    const timer = window.setTimeout(done, whole)
    return () => {
      window.clearTimeout(timer)
      movement?.cancel()
    }
  }, [over, turn, still, plan, text])
  return (
    <div className={`sg-ticker sg-ticker-${props.tone.toLowerCase()}`}>
      <p ref={line}>{text}</p>
    </div>
  )
}
