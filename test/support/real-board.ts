import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type RunningBoard, startBoardServer } from '../../server/start.ts'
import { DeskClient } from './desk-client.ts'
import { type TestClock, testClock } from './test-clock.ts'

/** A board behind real sockets over a fresh data folder, serving the built screens. */
export type RealBoard = RunningBoard & {
  readonly clock: TestClock
  readonly dataFolder: string
  readonly deskOrigin: string
  readonly publicOrigin: string
  readonly openDesk: () => Promise<DeskClient>
  readonly visitor: DeskClient
  readonly stop: () => Promise<void>
}

/** Starts a board on free ports; the screens must have been built (`npm run build`). */
export async function startRealBoard(
  options: { lan?: boolean; idleLockMinutes?: number } = {},
): Promise<RealBoard> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'board-e2e-'))
  const clock = testClock()
  const started = await startBoardServer({
    dataFolder,
    clock,
    deskPort: 0,
    publicPort: 0,
    logger: pino({ level: 'silent' }),
    rendererFolder: join(import.meta.dirname, '..', '..', 'out', 'renderer'),
    ...options,
  })
  if (!started.ok) throw new Error(started.code)
  const board = started.value
  const deskOrigin = `http://127.0.0.1:${board.deskPort}`
  const publicOrigin = `http://127.0.0.1:${board.publicPort}`
  return {
    ...board,
    clock,
    dataFolder,
    deskOrigin,
    publicOrigin,
    visitor: new DeskClient(fetch, publicOrigin),
    openDesk: async () => {
      const client = new DeskClient(fetch, deskOrigin)
      await client.raw('GET', `/open?key=${board.launchSecret}`)
      return client
    },
    stop: async () => {
      await board.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
