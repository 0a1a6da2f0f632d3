import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Option, type Command } from 'commander'
import type { StoredEdition } from '../../db/repos/edition-repo.ts'
import type { Reads } from '../../db/store.ts'
import { NOTICE_LANGUAGES, type NoticeLanguage } from '../../domain/notice/language.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { NOTICE_FORMS } from '../../domain/sheet/template.ts'
import { answer, common, type Answer, type CommonOptions } from '../../platform/cli/cli.ts'
import type { Deps } from '../deps.ts'
import { buildSheet } from '../display/print/build-print.ts'
import { checkSubject } from '../display/print/check-subject.ts'
import { sheetToPrint, type SheetOrder } from '../display/print/print-subject.ts'
import type { LanguageLayout } from '../display/print/views.ts'
import { isPaperOnly } from '../notice/published-against-scope.ts'
import { recordPrint } from '../notice/recall/record-print.ts'
import type { Principal } from '../principal.ts'
import { withBoard, type Cli } from './cli.ts'
import { findNoticeId } from './find-notice.ts'
import { keepSheet } from './keep-sheet.ts'
import { withPrintAddress } from './print-address.ts'

const UNWRITABLE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'ELOOP'])

const TECHNICIAN: Principal = { id: 'system', name: 'board print', roles: [] }

type PrintOptions = CommonOptions & {
  readonly notice?: string
  readonly to?: string
  readonly out?: string
  readonly template?: string
  readonly language?: NoticeLanguage
  readonly layout?: 'joined' | 'pair'
}

/**
 * `board print --notice N --to FILE.pdf`: the sheet of what is published, N being an index number, the id of the notice or the
 * hash of an edition, by the template that suits it or the one named, through an installed browser. `--language` prints the
 * text in that language, with `--layout` both together. `board print EDITION --out FILE.pdf` is the same in fewer words.
 * Refuses `print.target-unwritable` before anything is printed, `notice.not-found`, and what `buildSheet` refuses.
 * @example board print --notice 11…/2026-00012 --template poster --data DIR --to 海报.pdf
 */
export function addPrint(cli: Cli, program: Command): void {
  const { say } = cli.sentences
  common(cli, program.command('print').argument('[edition]'))
    .option('--notice <notice>', say('cli:option.printNotice'))
    .option('--template <template>', say('cli:option.printTemplate'))
    .addOption(
      new Option('--language <language>', say('cli:option.printLanguage')).choices([...NOTICE_LANGUAGES]),
    )
    .addOption(new Option('--layout <layout>', say('cli:option.printLayout')).choices(['joined', 'pair']))
    .option('--to <file>', say('cli:option.out'))
    .addOption(new Option('--out <file>').hideHelp())
    .action((edition: string | undefined, options: PrintOptions, command: Command) => {
      const word = options.notice ?? edition
      const file = options.to ?? options.out
      if (word === undefined || (options.notice !== undefined && edition !== undefined)) {
        command.error(say('cli:printWhat'))
      }
      if (file === undefined || (options.to !== undefined && options.out !== undefined)) {
        command.error(say('cli:printWhere'))
      }
      if (options.layout !== undefined && options.language === undefined)
        command.error(say('cli:printLayout'))
      const layout = layoutOf(options)
      return answer(cli, options, () =>
        withBoard(cli, options.data, (deps) =>
          printTo(deps, { word, file, layout, template: options.template }),
        ),
      )
    })
}

function layoutOf({ language, layout }: PrintOptions): LanguageLayout {
  if (language === undefined) return { kind: 'CHINESE' }
  const kind = layout === 'joined' ? 'JOINED' : layout === 'pair' ? 'PAIR' : 'ONE'
  return { kind, language }
}

/** A form by its name in any spelling, else the id of a template of the office. */
function templateIdOf(word: string | undefined): string | null {
  if (word === undefined) return null
  const form = word.toUpperCase().replaceAll('-', '_')
  return NOTICE_FORMS.find((one) => one === form) ?? word
}

/** The edition meant: the one of that hash, else what stands published of the notice. */
function editionOf(read: Reads, word: string): Result<StoredEdition> {
  const named = read.edition.byHash(word)
  if (named) return accept(named)
  const noticeId = findNoticeId(read, word)
  if (!noticeId.ok) return noticeId
  const current = read.edition.ofNotice(noticeId.value).find(({ state }) => state === 'PUBLISHED')
  return current ? accept(current) : refuse('notice.not-found')
}

async function printTo(
  deps: Deps,
  asked: {
    readonly word: string
    readonly file: string
    readonly layout: LanguageLayout
    readonly template: string | undefined
  },
): Promise<Result<Answer>> {
  const { file, layout } = asked
  const edition = editionOf(deps.store.read, asked.word)
  if (!edition.ok) return edition
  const { hash, noticeId } = edition.value
  const order: SheetOrder = {
    subject: { kind: 'EDITION', hash, noticeId, layout },
    templateId: templateIdOf(asked.template),
    byHand: [],
  }
  for (const checked of [sheetToPrint(deps, TECHNICIAN, order), await checkTarget(file)]) {
    if (!checked.ok) return checked
  }
  const built = await withPrintAddress(deps, (address) => buildSheet(deps, TECHNICIAN, order, address))
  if (!built.ok) return built
  const { bytes, pages, type, sheet } = built.value
  // Half a minute went by: it may have been withdrawn while the browser was at it.
  const still = checkSubject(
    deps,
    TECHNICIAN,
    order.subject,
    sheet.edition ?? { current: null, displayed: null },
  )
  if (!still.ok) return still
  await keepSheet(file, bytes, isPaperOnly(deps.store.read, edition.value))
  const language = layout.kind === 'CHINESE' ? {} : { language: layout.language }
  recordPrint(deps, TECHNICIAN, hash, { pages, ...language }, noticeId)
  const missing = [...new Set(type.missing.map(({ character }) => character))]
  const lines = [{ key: 'printed', params: { pages, file } }]
  // A file is no paper yet: it is said, and whoever prints the file decides.
  const warned = { key: 'printMissing', params: { number: missing.length, characters: missing.join(' ') } }
  return accept({
    data: { hash, pages, file, template: sheet.template.id, missing },
    lines: missing.length === 0 ? lines : [...lines, warned],
  })
}

/** Looks before a browser is started: else the sheet is made for half a minute and then has nowhere to lie. */
async function checkTarget(file: string): Promise<Result<null>> {
  const unwritable = refuse('print.target-unwritable', { file })
  try {
    // A folder of the file's name, or a file where its folder should be.
    if ((await stat(file).catch(absent))?.isDirectory()) return unwritable
    const folder = dirname(resolve(file))
    if (!(await stat(folder)).isDirectory()) return unwritable
    await access(folder, constants.W_OK)
    return accept(null)
  } catch (error) {
    if (!UNWRITABLE.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    return unwritable
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT') throw error
  return null
}
