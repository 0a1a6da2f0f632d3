import { Command, CommanderError } from 'commander'
import { refuse } from '../../domain/refusal.ts'
import { CLI_LANGUAGES, type CliLanguage, sentencesIn } from '../sentence.ts'
import type { Cli, CliIo, CliProgram } from './cli.ts'

/** Reads the language from the raw words, because help and wrong usage are worded before options are parsed. */
function languageOf(words: readonly string[]): CliLanguage {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const value = words[at]?.split('=')[1] ?? words[at + 1]
  return CLI_LANGUAGES.find((language) => at >= 0 && language === value) ?? 'zh-Hans'
}

/**
 * Works off one command line of a program: 0 done, 1 refused (the sentence on the error stream, with `--json` the code on the other one), 2
 * wrong usage (with `--json` `request.invalid` and the word it is about).
 * @example await runProgram(COUNTY, ['report', '--data', '/county', '--json'], io, addCommands) // 0
 */
export async function runProgram<Io extends CliIo>(
  program: CliProgram,
  words: readonly string[],
  io: Io,
  addCommands: (cli: Cli<Io>, root: Command) => void,
): Promise<number> {
  const sentences = sentencesIn(languageOf(words))
  const cli: Cli<Io> = { program, io, sentences, exitCode: 0 }
  const root = new Command(program.name)
    .description(sentences.say(`${program.texts}help.${program.name}`))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: (text, write) => write(`${sentences.say('cli:wrongUsage')} ${text}`),
    })
  // Sub-commands copy these settings when they are added, so they come after them.
  addCommands(cli, root)
  const refusedAs = (refusal: ReturnType<typeof refuse>) => {
    if (words.includes('--json')) io.out(`${JSON.stringify(refusal)}\n`)
  }
  try {
    await root.parseAsync([...words], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      refusedAs(refuse('request.invalid', { field: /'([^']*)'/u.exec(error.message)?.[1] ?? '' }))
      return 2
    }
    // A full disk, a stick that was pulled out, a bug: not one of our refusals, but the caller still gets a code.
    refusedAs(refuse('request.failed'))
    io.err(`${sentences.say('cli:failed')} ${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
  return cli.exitCode
}
