import type { Command } from 'commander'
import { accept } from '../../domain/refusal.ts'
import { answer, common, type Cli, type CommonOptions } from '../../platform/cli/cli.ts'
import { givenFile } from '../../platform/cli/given-file.ts'
import { writeProvedFile } from '../../platform/proved-file.ts'
import { enrolOffice } from '../office/enrol.ts'
import { outFolder } from './out-folder.ts'
import { withCounty } from './with-county.ts'

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
          const folder = await outFolder(options.out)
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
          const name = `county-card-${office.uscc}.json`
          const written = await writeProvedFile(options.out, name, Buffer.from(countyCard))
          if (!written.ok) return written
          const file = written.value
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
