import { access, constants, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { accept } from '../../domain/refusal.ts'
import { refuseUnwritable } from '../../platform/refuse-unwritable.ts'
import { enrolOffice } from '../office/enrol.ts'
import { answer, common, withCounty, type Cli, type CommonOptions } from './cli.ts'
import { givenFile } from './given-file.ts'

type EnrolOptions = CommonOptions & {
  readonly out: string
  readonly indexTemplate?: string
  readonly replace?: boolean
  readonly reason?: string
}

/**
 * `county enrol CARD`: enrols an office by its card and writes the county's card for it. Two people compare the words by telephone.
 * @example county enrol office-card.json --data DIR --out /media/stick
 */
export function addEnrol(cli: Cli, program: Command): void {
  const { say } = cli.sentences
  common(cli, program.command('enrol').argument('<card>'))
    .requiredOption('--out <dir>', say('cli:county.option.cardFolder'))
    .option('--index-template <text>', say('cli:county.option.indexTemplate'))
    .option('--replace', say('cli:county.option.replace'))
    .option('--reason <text>', say('cli:county.option.replaceReason'))
    .action((card: string, options: EnrolOptions) =>
      answer(cli, options, () =>
        withCounty(cli, options.data, async (deps) => {
          const given = await givenFile(card)
          if (!given.ok) return given
          // Before anything is enrolled: an office whose county card was never written could not be enrolled again.
          const folder = await refuseUnwritable(async () => {
            await mkdir(options.out, { recursive: true })
            await access(options.out, constants.W_OK | constants.X_OK)
          })
          if (!folder.ok) return folder
          const { indexTemplate, replace, reason } = options
          const enrolled = await enrolOffice(deps, {
            card: given.value.bytes,
            indexTemplate,
            replace,
            reason,
            actor: 'cli',
          })
          if (!enrolled.ok) return enrolled
          const { office, keyId, keyWords, countyCard, countyWords } = enrolled.value
          const file = join(options.out, `county-card-${office.uscc}.json`)
          await writeFile(file, countyCard)
          return accept({
            data: { office: { id: office.id, uscc: office.uscc }, keyId, keyWords, countyWords, card: file },
            lines: [
              { key: 'enrolled', params: { name: office.name } },
              { key: 'officeWords', params: { words: keyWords.join(' ') } },
              { key: 'ownWords', params: { words: countyWords.join(' ') } },
              { key: 'cardWritten', params: { file } },
            ],
          })
        }),
      ),
    )
}
