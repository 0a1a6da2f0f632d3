import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { firstDifference } from '../sheets/ink-profile.ts'
import { inkOf } from '../sheets/raster.ts'
import { type SampleBoard, startSampleBoard } from '../sheets/sample-board.ts'
import { PICTURE_DPI, SHEET_PICTURES, sheetPicture } from '../sheets/sheet-picture.ts'
import { SHEET_SAMPLES } from '../sheets/sheet-samples.ts'

// The pictures under docs/sheets say what the product prints; a sheet that looks different must be a decision. `npm run sheets`.

let board: SampleBoard

test.beforeAll(async () => {
  board = await startSampleBoard(
    process.env['BOARD_RENDERER'] ?? join(import.meta.dirname, '..', '..', 'out', 'renderer'),
  )
})

test.afterAll(async () => {
  await board.stop()
})

for (const sample of SHEET_SAMPLES) {
  test(`${sample.file} is printed as its picture shows it`, async () => {
    const kept = await inkOf(readFileSync(join(SHEET_PICTURES, `${sample.file}.png`)), PICTURE_DPI)
    const picture = await sheetPicture(board, sample)
    const difference = firstDifference(kept, await inkOf(picture, PICTURE_DPI))
    if (difference !== null)
      await test.info().attach(`${sample.file}.png`, { body: picture, contentType: 'image/png' })
    expect(difference).toBeNull()
  })
}
