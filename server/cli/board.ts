import { text } from 'node:stream/consumers'
import { runBoard } from './program.ts'

// `board notice list | head` closes the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await runBoard(process.argv.slice(2), {
  out: (line) => process.stdout.write(line),
  err: (line) => process.stderr.write(line),
  env: process.env,
  stdin: async () => (process.stdin.isTTY ? null : await text(process.stdin)),
})
