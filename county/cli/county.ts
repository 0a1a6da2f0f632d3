import { runCounty } from './program.ts'

// `county report | head` closes the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const words = process.argv.slice(2)
if (words[0] === 'serve') {
  // The program itself; it goes by options of its own.
  process.argv.splice(2, 1)
  await import('../main.ts')
} else {
  process.exitCode = await runCounty(words, {
    out: (line) => process.stdout.write(line),
    err: (line) => process.stderr.write(line),
    env: process.env,
  })
}
