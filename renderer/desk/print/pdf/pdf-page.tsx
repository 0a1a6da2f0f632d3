import { useEffect, useRef, useState } from 'react'
import type { OpenPdf } from './open-pdf.ts'

// A poster at 400 % on a sharp screen would be a canvas of 200 MB.
const MOST_PIXELS = 4000

type Props = {
  readonly pdf: OpenPdf
  readonly number: number
  /** Width on the screen, in CSS pixels. */
  readonly width: number
  /** Said to those who do not see it; null for a drawing beside its own name. */
  readonly name: string | null
}

/** A page as it will be printed, drawn only while it is near the screen: a list of a hundred pages stays light. */
export function PdfPage({ pdf, number, width, name }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [near, setNear] = useState(false)
  const [failed, setFailed] = useState(false)
  const size = pdf.sizes[number - 1]
  const height = size === undefined ? 0 : (width * size.height) / size.width
  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: '600px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    const element = canvas.current
    if (element === null || !near || width <= 0) return
    const pixels = Math.min(MOST_PIXELS, Math.round(width * window.devicePixelRatio))
    const drawing = pdf.draw(number, element, pixels)
    setFailed(false)
    drawing.done.then(
      () => element.setAttribute('data-drawn', String(number)),
      () => setFailed(true),
    )
    return () => {
      drawing.cancel()
      element.removeAttribute('data-drawn')
    }
  }, [pdf, number, width, near])
  useEffect(() => {
    const element = canvas.current
    if (element === null || near) return
    // Far away it gives its picture back.
    element.width = 0
    element.height = 0
  }, [near])
  return (
    <canvas
      ref={canvas}
      className={failed ? 'pr-page pr-page-failed' : 'pr-page'}
      style={{ width, height }}
      {...(name === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    />
  )
}
