import type { Page } from '@playwright/test'

/** What is measured of the letters on a screen. */
export type GlassMeasure = {
  /** Height of the ink of 国 in the smallest type in sight, in pixels. */
  readonly leastInk: number
  /** Texts that reach out of the part they stand in. */
  readonly clipped: readonly string[]
  readonly text: string
  readonly faces: readonly string[]
}

/** Measures every letter in sight: the ink a face really gives it, and whether it lies within its part of the screen. */
export async function measureGlass(page: Page): Promise<GlassMeasure> {
  return await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')
    if (context === null) throw new Error('no canvas')
    let leastInk = Number.POSITIVE_INFINITY
    const clipped: string[] = []
    const seen: string[] = []
    for (const pane of document.querySelectorAll('.sg-pane')) {
      const walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement
        const text = (node.textContent ?? '').trim()
        if (parent === null || text === '') continue
        const style = getComputedStyle(parent)
        if (style.visibility === 'hidden') continue
        const frame = (parent.closest('.sg-window') ?? pane).getBoundingClientRect()
        const range = document.createRange()
        range.selectNodeContents(node)
        // A line counts when its middle is in sight: other pages of the same text lie beside the window.
        const lines = [...range.getClientRects()].filter(({ left, width }) => {
          const middle = left + width / 2
          return width > 0 && middle > frame.left && middle < frame.right
        })
        if (lines.length === 0) continue
        seen.push(text)
        context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
        const ink = context.measureText('国')
        const scale =
          parent instanceof HTMLElement && parent.offsetWidth > 0 && !parent.closest('.sg-flow')
            ? Math.min(1, parent.getBoundingClientRect().width / parent.offsetWidth + 0.01)
            : 1
        leastInk = Math.min(leastInk, (ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent) * scale)
        if (parent.closest('.sg-ticker')) continue
        const isMongolian = parent.closest('[data-script="Mong"]') !== null
        for (const line of lines) {
          // The box of a line is higher than its ink by the air of the face; the ink lies about its middle.
          const half = isMongolian ? line.height / 2 : ink.actualBoundingBoxAscent / 2
          const middle = (line.top + line.bottom) / 2
          const isOut =
            line.left < frame.left - 1 ||
            line.right > frame.right + 1 ||
            middle - half < frame.top - 1 ||
            middle + half > frame.bottom + 1
          if (isOut) clipped.push(text.slice(0, 20))
        }
      }
      for (const element of pane.querySelectorAll<HTMLElement>(
        '.sg-face, .sg-head:not(:has(.sg-level)), .sg-foot, .sg-table, .sg-code-words',
      ))
        if (element.scrollWidth > element.clientWidth + 1) clipped.push(element.className)
    }
    const faces = [...document.querySelectorAll<HTMLElement>('.sg-face')].map(
      ({ dataset }) => `${dataset['page'] ?? ''}/${dataset['pages'] ?? ''}`,
    )
    return { leastInk, clipped, text: seen.join('\n'), faces }
  })
}
