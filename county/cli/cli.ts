import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Option, type Command } from 'commander'
import { refuse, type Result } from '../../domain/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import {
  CLI_LANGUAGES,
  type CliLanguage,
  type SentenceParams,
  type Sentences,
} from '../../platform/sentence.ts'
import { createCountyDeps } from '../create-deps.ts'
import type { CountyDeps } from '../deps.ts'
import { sweepDisk } from '../ingest/sweep-disk.ts'
import { checkInstance } from '../instance/check-instance.ts'

/** The world of a command; tests put their own in. */
export type CliIo = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  readonly clock?: Clock
}

/** A line of an answer: a key of the `cli:county` texts, or text that is data itself. */
export type Line = { readonly key: string; readonly params?: SentenceParams } | { readonly text: string }

/** What a command found or did: `data` for programs, `lines` for people. `failed` when a part of it was refused. */
export type Answer = {
  readonly data: Readonly<Record<string, unknown>>
  readonly lines: readonly Line[]
  readonly failed?: boolean
}

/** The program while one command line is worked off. */
export type Cli = {
  readonly io: CliIo
  readonly sentences: Sentences
  /** 0 done, 1 refused, 2 wrong usage. */
  exitCode: number
}

/** Options every command has. */
export type CommonOptions = { readonly json?: boolean; readonly data: string }

/**
 * Reads the language from the raw words, because help and wrong usage are worded before options are parsed.
 * @example languageOf(['report', '--lang', 'en']) // 'en'
 */
export function languageOf(words: readonly string[]): CliLanguage {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const value = words[at]?.split('=')[1] ?? words[at + 1]
  return CLI_LANGUAGES.find((language) => at >= 0 && language === value) ?? 'zh-Hans'
}

/**
 * Gives a command its description, `--data`, `--json` and `--lang`.
 * @example common(cli, program.command('init')).requiredOption('--name <text>', …)
 */
export function common(cli: Cli, command: Command): Command {
  const { say } = cli.sentences
  return command
    .description(say(`cli:county.help.${command.name()}`))
    .requiredOption('--data <dir>', say('cli:county.option.data'))
    .option('--json', say('cli:option.json'))
    .addOption(
      new Option('--lang <language>', say('cli:option.lang')).choices([...CLI_LANGUAGES]).default('zh-Hans'),
    )
}

/**
 * Runs a command and prints its answer: `{ok:true,…}` or lines of text, or the refusal as an object and a sentence.
 * @example await answer(cli, options, () => work())
 */
export async function answer(
  cli: Cli,
  options: { readonly json?: boolean },
  work: () => Promise<Result<Answer>>,
): Promise<void> {
  const { io, sentences } = cli
  const result = await work()
  if (!result.ok) {
    cli.exitCode = 1
    if (options.json) io.out(`${JSON.stringify(result)}\n`)
    io.err(`${sentences.refusal(result)}\n`)
    return
  }
  const { data, lines, failed = false } = result.value
  if (failed) cli.exitCode = 1
  if (options.json) {
    io.out(`${JSON.stringify({ ok: !failed, ...data })}\n`)
    return
  }
  for (const line of lines) {
    io.out(`${'text' in line ? line.text : sentences.say(`cli:county.${line.key}`, line.params)}\n`)
  }
}

/**
 * Opens the county of a data folder for one command and closes it afterwards. A database that was found restored gets its new id first, and
 * that is said on the error stream. Refuses `county.not-set-up` where there is no county: a mistyped folder must not become an empty one.
 * @example await withCounty(cli, options.data, (deps) => …)
 */
export async function withCounty<T>(
  cli: Cli,
  dataFolder: string,
  work: (deps: CountyDeps) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!existsSync(join(dataFolder, 'keys', 'county-ed25519.pem'))) return refuse('county.not-set-up')
  return withNewCounty(cli, dataFolder, async (deps) => {
    const checked = await checkInstance(deps)
    if (!checked.ok) return checked
    if (checked.value.restored) {
      const { instanceId, lost } = checked.value
      cli.io.err(`${cli.sentences.say('cli:county.restored', { instanceId, lost })}\n`)
    }
    await sweepDisk(deps)
    return work(deps)
  })
}

/**
 * The same for a folder that need not hold a county yet.
 * @example await withNewCounty(cli, options.data, (deps) => setUpCounty(deps, wanted))
 */
export async function withNewCounty<T>(
  cli: Cli,
  dataFolder: string,
  work: (deps: CountyDeps) => Promise<Result<T>>,
): Promise<Result<T>> {
  const place = { dataFolder, databaseUrl: cli.io.env['DATABASE_URL'] }
  const deps = await createCountyDeps(place, cli.io.clock ? { clock: cli.io.clock } : {})
  if (!deps.ok) return deps
  try {
    return await work(deps.value)
  } finally {
    await deps.value.sql.close()
  }
}
