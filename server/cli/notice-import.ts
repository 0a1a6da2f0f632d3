import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Option, type Command } from 'commander'
import { NOTICE_KINDS, type NoticeKind } from '../../domain/notice/notice-kind.ts'
import { accept, type Result } from '../../domain/refusal.ts'
import { answer, common, type Answer, type CommonOptions } from '../../platform/cli/cli.ts'
import type { Deps } from '../deps.ts'
import { attachFile } from '../notice/attach-file.ts'
import { createNotice, saveDraft } from '../notice/edit-notice.ts'
import { fillFromDocx } from '../notice/fill-from-docx.ts'
import { submitNotice } from '../notice/submit-notice.ts'
import type { Principal } from '../principal.ts'
import { asPerson, withPerson, type Cli } from './cli.ts'

type ImportOptions = CommonOptions & {
  readonly as: string
  readonly item?: string
  readonly kind: NoticeKind
  readonly title?: string
  readonly number?: string
  readonly date?: string
  readonly attach: readonly string[]
  readonly submit?: boolean
}

/**
 * `board notice import FILE.docx`: makes a draft from a Word file, with its fields and attachments, and hands it in
 * with `--submit`; review stays with other people.
 * @example board notice import 公示.docx --data DIR --as 周敏 --item ID --kind PUBLIC_DISPLAY --submit
 */
export function addNoticeImport(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  asPerson(cli, common(cli, group.command('import').argument('<file>')))
    .description(say('cli:help.noticeImport'))
    .option('--item <id>', say('cli:option.item'))
    .addOption(
      new Option('--kind <kind>', say('cli:option.kind')).choices(NOTICE_KINDS).default('NOTIFICATION'),
    )
    .option('--title <text>', say('cli:option.title'))
    .option('--number <text>', say('cli:option.number'))
    .option('--date <date>', say('cli:option.date'))
    .option('--attach <file...>', say('cli:option.attach'), [])
    .option('--submit', say('cli:option.submit'))
    .action((file: string, options: ImportOptions) =>
      answer(cli, options, () =>
        withPerson(cli, options, (deps, person) => importNotice(cli, deps, person, file, options)),
      ),
    )
}

async function importNotice(
  cli: Cli,
  deps: Deps,
  person: Principal,
  file: string,
  options: ImportOptions,
): Promise<Result<Answer>> {
  // Read before anything is made: a mistyped name must not leave an empty draft behind.
  const bytes = await readFile(file)
  const attachments = await Promise.all(
    options.attach.map(async (name) => ({ name: basename(name), bytes: await readFile(name) })),
  )
  const created = createNotice(deps, person, { catalogueItemId: options.item ?? null })
  if (!created.ok) return created
  const filled = await fillNotice(deps, person, created.value, { bytes, attachments, options })
  // What was refused later stays a draft, to be mended at the desk; its id must not get lost.
  if (!filled.ok) cli.io.err(`${cli.sentences.say('cli:noticeImported', { id: created.value })}\n`)
  return filled
}

type Filling = {
  readonly bytes: Uint8Array
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly options: ImportOptions
}

async function fillNotice(
  deps: Deps,
  person: Principal,
  id: string,
  filling: Filling,
): Promise<Result<Answer>> {
  const { bytes, attachments, options } = filling
  const filled = await fillFromDocx(deps, person, id, bytes)
  if (!filled.ok) return filled
  const { content, revision } = filled.value.draft
  const saved = saveDraft(deps, person, id, {
    revision,
    content: {
      ...content,
      noticeKind: options.kind,
      title: options.title ?? content.title,
      documentNumber: options.number ?? content.documentNumber,
      documentDate: options.date ?? content.documentDate,
    },
  })
  if (!saved.ok) return saved
  let { revision: newest } = saved.value
  for (const attachment of attachments) {
    const attached = await attachFile(deps, person, id, { ...attachment, role: 'ATTACHMENT' })
    if (!attached.ok) return attached
    newest = attached.value.revision
  }
  const submitted = options.submit ? submitNotice(deps, person, id, { revision: newest }) : null
  if (submitted !== null && !submitted.ok) return submitted
  return accept({
    data: {
      noticeId: id,
      revision: newest,
      submissionHash: submitted?.value ?? null,
      notes: filled.value.notes,
    },
    lines: [
      { key: 'noticeImported', params: { id } },
      ...(submitted === null ? [] : [{ key: 'noticeSubmitted', params: { hash: submitted.value } }]),
    ],
  })
}
