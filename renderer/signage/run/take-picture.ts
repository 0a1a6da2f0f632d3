const WIDTH = 320
const MOST_CHARACTERS = 87_000
const QUALITIES = [0.7, 0.5, 0.3] as const
const LONGEST_MS = 20_000

/**
 * A small picture of the glass for the desk, JPEG as a data URL of at most 64 KB; null where it cannot be drawn. It is drawn from the
 * page, so it shows what the page believes to show, in the computer's own faces; loaded only when the first one is asked for.
 */
export async function takePicture(element: HTMLElement): Promise<string | null> {
  try {
    const { toJpeg } = await import('html-to-image')
    const { width, height } = element.getBoundingClientRect()
    const pixelRatio = Math.min(1, WIDTH / Math.max(1, width, height * 0.6))
    for (const quality of QUALITIES) {
      const drawn = toJpeg(element, { pixelRatio, quality, skipFonts: true, backgroundColor: '#000' })
      const late = new Promise<null>((resolve) => {
        window.setTimeout(() => {
          resolve(null)
        }, LONGEST_MS)
      })
      const picture = await Promise.race([drawn, late])
      if (picture === null || !picture.startsWith('data:image/jpeg;base64,')) return null
      if (picture.length <= MOST_CHARACTERS) return picture
    }
    return null
  } catch {
    return null
  }
}
