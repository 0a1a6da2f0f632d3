import { writeSync } from 'node:fs'
import { readStartOptions } from './start-options.ts'
import { startBoardServer, whyNotStarted } from './start.ts'

/** Prints one fact a line, for the start script and for people. */
function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

// Drafts and originals are for this account of the computer alone, also in a folder that was there before.
process.umask(0o077)
const options = readStartOptions(process.argv.slice(2))
const started = await startBoardServer({
  ...options,
  // Written at once: on Windows a stream would keep it until the steps, which leave it no turn, are over.
  onUpgrade: ({ step, of }) => writeSync(1, `upgrade: ${step}/${of}\n`),
})
if (!started.ok) {
  if (started.code === 'office.data-folder-in-use') {
    say(`running: ${String(started.params['deskUrl'])}`)
    process.exitCode = 3
  } else {
    process.stderr.write(`${whyNotStarted(started).join('  ')} (${started.code})\n`)
    process.exitCode = 1
  }
} else {
  const board = started.value
  // Before the addresses are said: who reads them may ask us to stop at once.
  let stopping = false
  const stop = () => {
    // A terminal and the process that started us may both pass the same wish on.
    if (stopping) return
    stopping = true
    void board.close().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  say(`desk: ${board.deskUrl}`)
  say(`kiosk: ${board.kioskUrl}`)
  say(`data: ${options.dataFolder}`)
  if (options.sample) {
    const { SAMPLE_PASSWORD } = await import('./sample/sample-office.ts')
    say(`password of everybody in the sample office: ${SAMPLE_PASSWORD}`)
  }
}
