import { sentencesIn } from '../platform/sentence.ts'
import { startCounty } from './start.ts'
import { readCountyStartOptions } from './start-options.ts'

/** Prints one fact a line, for the start script and for people. */
function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

// Keys and packages are for this account of the computer alone, also in a folder that was there before.
process.umask(0o077)
const options = readCountyStartOptions(process.argv.slice(2), process.env)
const started = await startCounty(options)
if (started.ok) {
  const county = started.value
  // Before the addresses are said: who reads them may ask us to stop at once.
  let stopping = false
  const stop = () => {
    // A terminal and the process that started us may both pass the same wish on.
    if (stopping) return
    stopping = true
    void county.close().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  if (county.exchangeUrl !== null) say(`exchange: ${county.exchangeUrl}`)
  say(`data: ${options.dataFolder}`)
  say(`county: ${county.pagesUrl}`)
} else {
  const said = (['zh-Hans', 'en'] as const).map((language) => sentencesIn(language).refusal(started))
  process.stderr.write(`${said.join('  ')} (${started.code})\n`)
  process.exitCode = 1
}
