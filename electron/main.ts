import { join } from 'node:path'
import { app } from 'electron'
import { systemTimer } from './board-process.ts'
import { realElectron } from './electron-adapter.ts'
import { startShell } from './start-shell.ts'
import { readWords } from './words.ts'

await startShell({
  api: realElectron(),
  words: readWords,
  timer: systemTimer(),
  fetch: globalThis.fetch,
  say: (line) => process.stdout.write(`${line}\n`),
  // In a checkout the first word is the folder given to Electron; in the packed program there is none.
  commandLine: process.argv.slice(app.isPackaged ? 1 : 2),
  files: {
    board: join(import.meta.dirname, 'board-server.js'),
    preload: join(import.meta.dirname, 'preload.cjs'),
    icon: join(import.meta.dirname, 'icon.png'),
  },
})
