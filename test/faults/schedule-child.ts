import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { openDatabase } from '../../db/open.ts'
import { storeOver } from '../../db/store.ts'
import type { Deps } from '../../server/deps.ts'
import { runTimetable } from '../../server/notice/schedule/timetable.ts'

/**
 * Keeps the timetable of a data folder as a board does, with a clock that begins a moment before a minute and goes on. Says what
 * each round published; with `end` it stops when nothing is due. Killed at any moment by kill-schedule.test.ts.
 */
const [dataFolder = ''] = process.argv.slice(2)
flushCompileCache()
writeSync(1, 'ready\n')

process.stdin.once('data', (line: Buffer) => {
  const [, from = '', how = ''] = line.toString().trim().split(' ')
  void keep(from, how === 'end')
})

async function keep(from: string, ends: boolean): Promise<void> {
  const opened = openDatabase(join(dataFolder, 'board.sqlite3'))
  if (!opened.ok) throw new Error(opened.code)
  let begun = Infinity
  const now = () => new Date(Date.parse(from) + Math.max(0, performance.now() - begun)).toISOString()
  const deps = {
    store: storeOver(opened.value),
    clock: { now, elapsed: () => performance.now() },
    fingerprintKey: () => Buffer.alloc(32, 7),
  } as unknown as Deps
  // Statements are prepared and pages read before the minute, as on a board that has been running.
  await runTimetable(deps)
  writeSync(1, 'open\n')
  begun = performance.now()
  for (;;) {
    const { published, refused, clock } = await runTimetable(deps)
    if (refused > 0 || clock !== 'TRUSTED') throw new Error(`refused ${refused}, clock ${clock}`)
    if (published > 0) writeSync(1, `published ${published}\n`)
    if (ends && deps.store.read.schedule.standing().length === 0) break
    await setImmediate()
  }
  writeSync(1, 'done\n')
  deps.store.close()
  process.exit(0)
}
