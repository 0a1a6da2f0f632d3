import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { RemovableRoot } from '../../platform/removable-roots.ts'
import type { Printers } from '../../server/display/print/printers.ts'
import { type RunningBoard, startBoardServer } from '../../server/start.ts'
import { DeskClient } from './desk-client.ts'
import { quickPasswords } from './quick-passwords.ts'
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
  options: {
    lan?: boolean
    idleLockMinutes?: number
    /** Stands for the printers of the computer. */
    printers?: Printers
    /** Folders that stand for drives. */
    stickRoots?: () => Promise<readonly RemovableRoot[]>
    /** Screens built elsewhere. */
    rendererFolder?: string
    /** A folder that a board has run over before. */
    dataFolder?: string
  } = {},
): Promise<RealBoard> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'board-e2e-'))
  const clock = testClock()
  const started = await startBoardServer({
    clock,
    deskPort: 0,
    publicPort: 0,
    logger: pino({ level: 'silent' }),
    passwords: quickPasswords,
    rendererFolder: process.env['BOARD_RENDERER'] ?? join(import.meta.dirname, '..', '..', 'out', 'renderer'),
    ...options,
    dataFolder,
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
