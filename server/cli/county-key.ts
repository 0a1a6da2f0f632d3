import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { accept, type Result } from '../../domain/refusal.ts'
import { answer, type Answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import { givenFile } from '../../platform/cli/given-file.ts'
import { refuseUnwritable } from '../../platform/refuse-unwritable.ts'
import { officeCard } from '../exchange/enrolment/office-card.ts'
import { newKeyNow } from '../exchange/enrolment/package-key-change.ts'
import { previewCountyCard, takeCountyCard } from '../exchange/enrolment/take-county-card.ts'
import { asPerson, type Cli, withBoard, withPerson } from './cli.ts'

type AddOptions = CommonOptions & { readonly as: string; readonly yes?: boolean; readonly replace?: boolean }

/**
 * `board county-key add FILE`: shows the county's card with the words to compare by telephone, and with `--yes` takes it in. Another
 * county's key in place of the one that counts needs `--replace` too.
 * @example board county-key add county-card.json --yes --data DIR --as 陈静
 */
export function addCountyKey(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  asPerson(cli, common(cli, group.command('add').argument('<file>')))
    .description(say('cli:help.countyKeyAdd'))
    .option('--yes', say('cli:option.cardCompared'))
    .option('--replace', say('cli:option.cardReplace'))
    .action((path: string, options: AddOptions) =>
      answer(cli, options, () =>
        withPerson(cli, options, async (deps, person): Promise<Result<Answer>> => {
          const file = await givenFile(path)
          if (!file.ok) return file
          const shown = previewCountyCard(deps, person, file.value.bytes)
          if (!shown.ok) return shown
          const { keyId, words } = shown.value.card.key
          const decision = { keyId, replace: options.replace === true }
          const taken = options.yes ? takeCountyCard(deps, person, file.value.bytes, decision) : shown
          if (!taken.ok) return taken
          const { card, change } = taken.value
          return accept({
            data: { ...taken.value },
            lines: [
              {
                key: 'countyCard',
                params: { name: card.name, code: card.code, words: words.join(' '), keyId },
              },
              { key: `countyCardChange.${change}` },
              { key: options.yes ? 'countyCardTaken' : 'countyCardCompare' },
            ],
          })
        }),
      ),
    )
}

/**
 * `board package-key new --now`: a key that signs at once, for an office whose key the county has revoked; the county then needs the office's
 * new card.
 * @example board package-key new --now --data DIR --as 陈静
 */
export function addPackageKey(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  asPerson(cli, common(cli, group.command('new')))
    .description(say('cli:help.packageKeyNew'))
    .requiredOption('--now', say('cli:option.keyNow'))
    .action((options: CommonOptions & { readonly as: string }) =>
      answer(cli, options, () =>
        withPerson(cli, options, (deps, person): Result<Answer> => {
          const made = newKeyNow(deps, person)
          if (!made.ok) return made
          const { keyId, words } = made.value.key
          return accept({
            data: { ...made.value },
            lines: [
              { key: 'packageKeyNew' },
              { key: 'officeCardKey', params: { words: words.join(' '), keyId } },
            ],
          })
        }),
      ),
    )
}

/**
 * `board office-card`: the card by which this office introduces itself to its county, to a file, into a folder or to the standard output.
 * @example board office-card --out /media/stick/office-card.json --data DIR
 */
export function addOfficeCard(cli: Cli, program: Command): void {
  common(cli, program.command('office-card'))
    .option('--out <file>', cli.sentences.say('cli:option.officeCardOut'))
    .action((options: CommonOptions & { readonly out?: string }) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, async (deps): Promise<Result<Answer>> => {
          const card = await officeCard(deps)
          if (!card.ok) return card
          const { text, key } = card.value
          const words = { key: 'officeCardKey', params: { words: key.words.join(' '), keyId: key.keyId } }
          if (options.out === undefined)
            return accept({ data: { card: text, key }, lines: [{ text }, words] })
          const { uscc } = deps.store.read.office.office() ?? { uscc: '' }
          const file = await cardFile(options.out, `office-card-${uscc}.json`)
          const written = await refuseUnwritable(() => writeFile(file, text))
          if (!written.ok) return written
          return accept({
            data: { file, key },
            lines: [{ key: 'officeCardWritten', params: { file } }, words],
          })
        }),
      ),
    )
}

/** The file itself, or in the folder that was named. */
async function cardFile(out: string, name: string): Promise<string> {
  const state = await stat(out).catch(() => null)
  return state?.isDirectory() ? join(out, name) : out
}
