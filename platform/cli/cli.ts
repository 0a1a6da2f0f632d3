import { type Command, Option } from 'commander'
import type { Refusal, Result } from '../../domain/refusal.ts'
import type { RefusalCode } from '../../domain/refusal-code.ts'
import type { Clock } from '../clock.ts'
import { CLI_LANGUAGES, type SentenceParams, type Sentences } from '../sentence.ts'

/** The world of a command; tests put their own in. */
export type CliIo = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  readonly clock?: Clock
}

/** A program of ours with commands. */
export type CliProgram = {
  readonly name: 'board' | 'county'
  /** Where its sentences stand, up to their own key. */
  readonly texts: 'cli:' | 'cli:county.'
  /** Does a command's work; what it throws and is no bug becomes a refusal. */
  readonly refusing?: <T>(work: () => Promise<Result<T>> | Result<T>) => Promise<Result<T>>
  /** By refusal: the key of the sentence that says which command helps. */
  readonly hints?: Readonly<Partial<Record<RefusalCode, string>>>
}

/** A program while one command line is worked off. */
export type Cli<Io extends CliIo = CliIo> = {
  readonly program: CliProgram
  readonly io: Io
  readonly sentences: Sentences
  /** 0 done, 1 refused, 2 wrong usage. */
  exitCode: number
}

/** A line of an answer: a key of the program's texts, or text that is data itself (a number, a title of a published notice). */
export type Line = { readonly key: string; readonly params?: SentenceParams } | { readonly text: string }

/** What a command found or did: `data` for programs, `lines` for people. `failed` when a part of it was refused. */
export type Answer = {
  readonly data: Readonly<Record<string, unknown>>
  readonly lines: readonly Line[]
  readonly failed?: boolean
}

/** Options every command over a data folder has. */
export type CommonOptions = { readonly json?: boolean; readonly data: string }

/**
 * Gives a command its description, `--json` and `--lang`, and `--data` unless told otherwise.
 * @example common(cli, command).option('--out <file>')
 */
export function common(cli: Cli, command: Command, data: 'data' | 'no-data' = 'data'): Command {
  const { say } = cli.sentences
  const { texts } = cli.program
  command.description(say(`${texts}help.${command.name()}`))
  if (data === 'data') command.requiredOption('--data <dir>', say(`${texts}option.data`))
  return command
    .option('--json', say('cli:option.json'))
    .addOption(
      new Option('--lang <language>', say('cli:option.lang')).choices([...CLI_LANGUAGES]).default('zh-Hans'),
    )
}

/**
 * The sentence of a refusal; of several files that were given it names the one it is about.
 * @example refusalSentence(cli.sentences, refusal) // '2027.csv：这不是放假安排文件……'
 */
export function refusalSentence(sentences: Sentences, refusal: Refusal): string {
  const said = sentences.refusal(refusal)
  const { file } = refusal.params
  return typeof file !== 'string' || said.includes(file) ? said : `${file}: ${said}`
}

/**
 * Runs a command and prints its answer: `{ok:true,…}` (`ok:false` and 1 when a part of it was refused) or lines of text, or the refusal as an
 * object and a sentence.
 * @example await answer(cli, options, () => work())
 */
export async function answer(
  cli: Cli,
  options: { readonly json?: boolean },
  work: () => Promise<Result<Answer>> | Result<Answer>,
): Promise<void> {
  const { io, sentences, program } = cli
  const result = await (program.refusing?.(work) ?? work())
  if (!result.ok) {
    cli.exitCode = 1
    if (options.json) io.out(`${JSON.stringify(result)}\n`)
    io.err(`${refusalSentence(sentences, result)}\n`)
    const hint = program.hints?.[result.code]
    if (hint !== undefined) io.err(`${sentences.say(hint)}\n`)
    return
  }
  const { data, lines, failed = false } = result.value
  if (failed) cli.exitCode = 1
  if (options.json) {
    io.out(`${JSON.stringify({ ok: !failed, ...data })}\n`)
    return
  }
  for (const line of lines) {
    io.out(`${'text' in line ? line.text : sentences.say(`${program.texts}${line.key}`, line.params)}\n`)
  }
}
