import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { loadSampleOffice } from '../../server/sample/load-sample.ts'
import { startBoardServer } from '../../server/start.ts'
import { samplePage } from './sample-pages.ts'
import type { SheetSample } from './sheet-samples.ts'

/** The Monday after the story of the sample office ends. */
const MORNING = '2026-11-23T01:42:00.000Z'

/** A board with the sample office in it, that prints the samples. */
export type SampleBoard = {
  readonly print: (sample: SheetSample) => Promise<Uint8Array>
  readonly stop: () => Promise<void>
}

/** Starts it on free ports, with the screens of a folder; they must have been built (`npm run build`). */
export async function startSampleBoard(rendererFolder: string): Promise<SampleBoard> {
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'))
  const data = join(folder, 'data')
  const loaded = await loadSampleOffice(data)
  if (!loaded.ok) throw new Error(loaded.code)
  const started = await startBoardServer({
    dataFolder: data,
    clock: { now: () => MORNING, elapsed: () => performance.now() },
    logger: pino({ level: 'silent' }),
    deskPort: 0,
    publicPort: 0,
    rendererFolder,
  })
  if (!started.ok) throw new Error(started.code)
  const board = started.value
  return {
    print: async (sample) => {
      const { deps } = board
      const secret = deps.tickets.issue(await samplePage(deps, sample, folder))
      try {
        const address = `http://127.0.0.1:${String(board.publicPort)}/sheet/?ticket=${secret}`
        const printed = await deps.printer.print(address)
        if (!printed.ok) throw new Error(`${sample.file}: ${printed.code} ${JSON.stringify(printed.params)}`)
        return printed.value.bytes
      } finally {
        deps.tickets.end(secret)
      }
    },
    stop: async () => {
      await board.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
