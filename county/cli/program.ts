import { Command, CommanderError } from 'commander'
import { refuse } from '../../domain/refusal.ts'
import { sentencesIn } from '../../platform/sentence.ts'
import { languageOf, type Cli, type CliIo } from './cli.ts'
import { addEnrol } from './enrol.ts'
import { addGiveUpWaiting } from './give-up-waiting.ts'
import { addIngest } from './ingest.ts'
import { addInit } from './init.ts'
import { addNewInstance } from './new-instance.ts'
import { addReceipt } from './receipt.ts'
import { addReport } from './report.ts'
import { addRevoke } from './revoke.ts'
import { addSendDown } from './send-down.ts'

/**
 * Works off one command line: 0 done, 1 refused (the sentence on stderr, with `--json` the code on stdout), 2 wrong usage.
 * @example await runCounty(['report', '--data', '/county', '--json'], io) // 0
 */
export async function runCounty(words: readonly string[], io: CliIo): Promise<number> {
  const sentences = sentencesIn(languageOf(words))
  const cli: Cli = { io, sentences, exitCode: 0 }
  const program = new Command('county')
    .description(sentences.say('cli:county.help.county'))
    .helpCommand(false)
    // The program itself goes by options of its own and is started before this one reads a word.
    .addHelpText('after', `  serve  ${sentences.say('cli:county.help.serve')}`)
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: (text, write) => write(`${sentences.say('cli:wrongUsage')} ${text}`),
    })
  // Sub-commands copy these settings when they are added, so they come after them.
  addInit(cli, program)
  addEnrol(cli, program)
  addRevoke(cli, program)
  addIngest(cli, program)
  addGiveUpWaiting(cli, program)
  addReceipt(cli, program)
  addSendDown(cli, program)
  addReport(cli, program)
  addNewInstance(cli, program)
  try {
    await program.parseAsync([...words], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    // A full disk, a stick that was pulled out, a bug: not one of our refusals, but the caller still gets a code.
    if (words.includes('--json')) io.out(`${JSON.stringify(refuse('request.failed'))}\n`)
    io.err(`${sentences.say('cli:failed')} ${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
  return cli.exitCode
}
