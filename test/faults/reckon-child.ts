import { writeSync } from 'node:fs'
import { openDatabase } from '../../db/open.ts'
import { storeOver } from '../../db/store.ts'
import { keepDuties } from '../../server/duty/keep-duties.ts'

/** Brings duties up to date and stands still behind the first piece that moved some, to be killed by kill-reckoning.test.ts. */
const [file = '', now = ''] = process.argv.slice(2)
const opened = openDatabase(file)
if (!opened.ok) throw new Error(opened.code)
const store = storeOver(opened.value)
const moved = store.database.prepare<[], number>('SELECT count(*) FROM duty_entry').pluck()
setInterval(() => {
  if (moved.get() === 0) return
  writeSync(1, 'begun\n')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}, 1)
await keepDuties(store, { now })
writeSync(1, 'done\n')
process.exit(0)
