import { join } from 'node:path'
import type { SampleBoard } from './sample-board.ts'
import type { SheetSample } from './sheet-samples.ts'
import { pagePictures, sideBySide } from './raster.ts'

/** Where the pictures are kept. */
export const SHEET_PICTURES = join(import.meta.dirname, '..', '..', 'docs', 'sheets')
/** Dots an inch of the pictures. */
export const PICTURE_DPI = 75
const GAP = 12

/** The picture of a sample, fresh from the printer. */
export async function sheetPicture(board: SampleBoard, sample: SheetSample): Promise<Buffer> {
  return sideBySide(await pagePictures(await board.print(sample), sample.pages, PICTURE_DPI), GAP)
}
