import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect } from 'vitest'
import type { PairingCodeView } from '../../server/replica/views.ts'
import type { ReplicaFace } from '../../server/replica/replica-face.ts'
import { type RunningBoard, startBoardServer } from '../../server/start.ts'
import { DeskClient } from './desk-client.ts'
import { type TestClock, testClock } from './test-clock.ts'

/** A kiosk's own computer, behind real sockets. */
export type RealReplica = RunningBoard & {
  readonly face: ReplicaFace
  readonly clock: TestClock
  readonly dataFolder: string
  readonly visitor: DeskClient
}

/** A data folder for a replica. */
export function replicaFolder(): string {
  return mkdtempSync(join(tmpdir(), 'board-replica-'))
}

/** Starts a replica over a folder; it pulls by itself at once, and then only when asked. */
export async function startReplica(dataFolder: string, clock = testClock()): Promise<RealReplica> {
  const started = await startBoardServer({
    dataFolder,
    clock,
    role: 'KIOSK',
    deskPort: 0,
    publicPort: 0,
    logger: pino({ level: 'silent' }),
    rendererFolder: join(dataFolder, 'no-screens'),
  })
  if (!started.ok) throw new Error(started.code)
  const board = started.value
  const { replica } = board
  if (!replica) throw new Error('it is a replica')
  return Object.assign(board, {
    face: replica,
    clock,
    dataFolder,
    visitor: new DeskClient(fetch, `http://127.0.0.1:${board.publicPort}`),
  })
}

/** Pairs a replica by the code the office's desk gives. */
export async function pair(
  replica: RealReplica,
  office: { readonly publicOrigin: string },
  administrator: DeskClient,
): Promise<void> {
  const code = await administrator.post<PairingCodeView>('/api/desk/replicas/pairing-code', {})
  expect(code.status, JSON.stringify(code.body)).toBe(200)
  const paired = await replica.face.pair({
    address: office.publicOrigin,
    code: code.body.code,
    name: '大厅触摸屏',
  })
  expect(paired).toMatchObject({ ok: true })
}

/** Pulls until the office's newest is on show. */
export async function pulled(replica: RealReplica): Promise<number> {
  const turn = await replica.face.pull()
  expect(turn, JSON.stringify(turn)).toMatchObject({ ok: true })
  return turn.ok ? turn.value.current.sequence : 0
}
