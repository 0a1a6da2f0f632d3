import type { ScreenDefinition } from './screen.ts'

/** Screens as they are commonly bought, to begin from. */
export const SCREEN_TEMPLATES = ['TV_43_UPRIGHT', 'TV_55_LYING', 'LED_192', 'TICKER_512'] as const
/** One of them. */
export type ScreenTemplate = (typeof SCREEN_TEMPLATES)[number]

type Shape = Pick<ScreenDefinition, 'geometry' | 'layout' | 'shift'>

// Visible areas of 16:9 panels by their diagonal; LED walls by their pitch (3 mm; 4.75 mm).
const SHAPES: Readonly<Record<ScreenTemplate, Shape>> = {
  TV_43_UPRIGHT: {
    geometry: {
      ...{ pixelWidth: 1080, pixelHeight: 1920, millimetreWidth: 535, millimetreHeight: 952 },
      ...{ viewingDistanceMillimetres: 2000, leastDegrees: 0.7 },
    },
    ...{ layout: 'FULL', shift: true },
  },
  TV_55_LYING: {
    geometry: {
      ...{ pixelWidth: 1920, pixelHeight: 1080, millimetreWidth: 1218, millimetreHeight: 685 },
      ...{ viewingDistanceMillimetres: 3000, leastDegrees: 0.7 },
    },
    ...{ layout: 'SPLIT', shift: true },
  },
  LED_192: {
    geometry: {
      ...{ pixelWidth: 192, pixelHeight: 96, millimetreWidth: 576, millimetreHeight: 288 },
      ...{ viewingDistanceMillimetres: 3500, leastDegrees: 0.7 },
    },
    ...{ layout: 'FULL', shift: false },
  },
  TICKER_512: {
    geometry: {
      ...{ pixelWidth: 512, pixelHeight: 32, millimetreWidth: 2432, millimetreHeight: 152 },
      ...{ viewingDistanceMillimetres: 8000, leastDegrees: 0.7 },
    },
    ...{ layout: 'TICKER', shift: false },
  },
}

/**
 * What a common screen is like: its size, how far from it people stand, how it is divided.
 * @example screenTemplate('LED_192').geometry.pixelHeight // 96
 */
export function screenTemplate(template: ScreenTemplate): Shape {
  return SHAPES[template]
}
