import { expect, it } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { sha256 } from '../../platform/sha256.ts'
import { databaseFile } from '../../server/create-deps.ts'
import { startChild } from '../support/kill-child.ts'
import { seededRandom, seedOfRun } from '../support/kill-random.ts'
import { pairScreen, putUpScreen } from '../support/report-flow.ts'
import { openTestBoard, setUpOffice } from '../support/test-board.ts'

const ROUNDS = 6

it(`killed ${String(ROUNDS)} times between writing and answering, nothing a screen was told is kept is lost, and each report is whole`, async () => {
  const board = openTestBoard()
  const staff = await setUpOffice(board.desk)
  const screenId = putUpScreen(board)
  const tokenHash = sha256(await pairScreen(staff, board.visitor(), screenId))
  const seed = seedOfRun()
  const random = seededRandom(seed)
  const acknowledged = new Set<string>()
  let from = 0
  for (let round = 0; round < ROUNDS; round++) {
    const child = startChild(new URL('report-child.ts', import.meta.url), [
      ...[board.dataFolder, screenId, tokenHash, String(from)],
    ])
    await child.seen(/^ready$/)
    child.write('go\n')
    await child.seen(/^ok /, 1 + Math.floor(random() * 8))
    await child.kill('SIGKILL')
    expect(child.errors(), `BOARD_SEED=${String(seed)}`).toBe('')
    for (const line of child.lines) {
      const [, number, ids] = /^ok (\d+) (.+)$/.exec(line) ?? []
      if (number === undefined || ids === undefined) continue
      for (const id of ids.split(',')) acknowledged.add(id)
      from = Math.max(from, Number(number) + 2)
    }
  }
  const opened = openDatabase(databaseFile(board.dataFolder), { readonly: true })
  if (!opened.ok) throw new Error(opened.code)
  const stored = opened.value.prepare('SELECT id FROM screen_shown').pluck().all() as string[]
  opened.value.close()
  const kept = new Set(stored)
  expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([])
  expect(acknowledged.size).toBeGreaterThan(ROUNDS * 3 - 1)
  // Three records a report: none was kept in part.
  expect(stored.length % 3).toBe(0)
  board.close()
})
