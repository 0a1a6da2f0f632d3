import { type Command, Option } from 'commander'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import {
  type Answer,
  answer,
  common,
  type Cli,
  type CommonOptions,
  type Line,
} from '../../platform/cli/cli.ts'
import { givenFile } from '../../platform/cli/given-file.ts'
import { writeProvedFile } from '../../platform/proved-file.ts'
import type { CountyDeps } from '../deps.ts'
import type { WantedItem } from '../downward/read-item.ts'
import { sendDown, type SentDown } from '../downward/send-down.ts'
import { officeReach } from '../office/office-reach.ts'
import { type EnrolledOffice, officeByUscc } from '../office/office-repo.ts'
import { outFolder } from './out-folder.ts'
import { withCounty } from './with-county.ts'

type SendDownOptions = CommonOptions & {
  readonly office?: string[]
  readonly all?: boolean
  readonly catalogue?: string
  readonly calendar?: string
  readonly dictionary?: string
  readonly instruction?: string
  readonly title?: string
  readonly due?: string
  readonly key?: string
  readonly out?: string
}

type Receivers = { readonly officeIds: readonly number[]; readonly leftOut: readonly EnrolledOffice[] }

/**
 * `county send-down`: packs catalogues, calendars, dictionaries and instructions for offices; with `--out`, onto a stick, proved there. `--all`
 * leaves out offices whose keys were ended, and names them. `--title` and `--key` go with one item, `--due` with an instruction.
 * @example county send-down --data DIR --all --catalogue 社会救助.xlsx --out /media/stick
 */
export function addSendDown(cli: Cli, program: Command): void {
  const { say } = cli.sentences
  common(cli, program.command('send-down'))
    .option('--office <uscc...>', say('cli:county.option.offices'))
    .addOption(new Option('--all', say('cli:county.option.all')).conflicts('office'))
    .option('--catalogue <file>', say('cli:county.option.catalogue'))
    .option('--calendar <file>', say('cli:county.option.calendar'))
    .option('--dictionary <file>', say('cli:county.option.dictionary'))
    .option('--instruction <text>', say('cli:county.option.instruction'))
    .option('--title <text>', say('cli:county.option.title'))
    .option('--due <date>', say('cli:county.option.due'))
    .option('--key <key>', say('cli:county.option.key'))
    .option('--out <dir>', say('cli:county.option.downwardFolder'))
    .action((options: SendDownOptions, command: Command) => {
      const unclear = unclearIn(options)
      if (unclear !== null) command.error(say(`cli:county.sendDownUnclear.${unclear}`))
      return answer(cli, options, () =>
        withCounty(cli, options.data, async (deps): Promise<Result<Answer>> => {
          const receivers = await receiversOf(deps, options)
          if (!receivers.ok) return receivers
          const items = await itemsOf(options)
          if (!items.ok) return items
          const { out } = options
          const folder = out === undefined ? accept(null) : await outFolder(out)
          if (!folder.ok) return folder
          const { officeIds, leftOut } = receivers.value
          const sent = await sendDown(deps, { officeIds, items: items.value, actor: 'cli' })
          if (!sent.ok) return sent
          return accept(withLeftOut(await toldAndWritten(cli, deps, sent.value, out), leftOut))
        }),
      )
    })
}

/** What nobody could tell apart: a name that would go to several things, or to a thing that has none. */
function unclearIn(options: SendDownOptions): 'oneItem' | 'keyOfFile' | 'dueOfInstruction' | null {
  const { catalogue, calendar, dictionary, instruction, title, key, due } = options
  const files = [catalogue, calendar, dictionary].filter((file) => file !== undefined).length
  const items = files + (instruction === undefined ? 0 : 1)
  if (items > 1 && (title !== undefined || key !== undefined)) return 'oneItem'
  if (key !== undefined && files === 0) return 'keyOfFile'
  return due !== undefined && instruction === undefined ? 'dueOfInstruction' : null
}

async function receiversOf(deps: CountyDeps, options: SendDownOptions): Promise<Result<Receivers>> {
  if (options.all) {
    const { active, revoked } = await officeReach(deps.sql)
    return accept({ officeIds: active.map(({ id }) => id), leftOut: revoked })
  }
  const officeIds: number[] = []
  for (const uscc of options.office ?? []) {
    const office = await officeByUscc(deps.sql, uscc)
    if (office === undefined) return refuse('enrolment.office-not-found', { uscc })
    officeIds.push(office.id)
  }
  return accept({ officeIds, leftOut: [] })
}

async function itemsOf(options: SendDownOptions): Promise<Result<readonly WantedItem[]>> {
  const { title, key, due = null, instruction } = options
  const items: WantedItem[] = []
  const files = [
    ['CATALOGUE', options.catalogue],
    ['CALENDAR', options.calendar],
    ['DICTIONARY', options.dictionary],
  ] as const
  for (const [kind, path] of files) {
    if (path === undefined) continue
    const file = await givenFile(path)
    if (!file.ok) return file
    items.push({ kind, ...file.value, key, title })
  }
  if (instruction !== undefined) {
    items.push({ kind: 'INSTRUCTION', title: title ?? instruction.slice(0, 50), text: instruction, due })
  }
  return accept(items)
}

/** Every package, and where it was written; one that could not be is kept at the county all the same. */
async function toldAndWritten(
  cli: Cli,
  deps: CountyDeps,
  sent: readonly SentDown[],
  out: string | undefined,
): Promise<Answer> {
  const packages: object[] = []
  const lines: Line[] = []
  let failed = false
  for (const { office, sequence, sha256, fileName } of sent) {
    const about = { office: office.uscc, sequence, fileName }
    const params = { office: office.name, sequence, fileName }
    const written =
      out === undefined ? null : await writeProvedFile(out, fileName, await deps.blobs.get(sha256))
    if (written?.ok === false) {
      failed = true
      packages.push({ ...about, written: null, code: written.code })
      lines.push({
        key: 'sentDownNotWritten',
        params: { ...params, reason: cli.sentences.refusal(written) },
      })
    } else {
      packages.push({ ...about, written: written?.value ?? null })
      lines.push({ key: 'sentDown', params })
    }
  }
  return { data: { packages }, lines, failed }
}

function withLeftOut(told: Answer, leftOut: readonly EnrolledOffice[]): Answer {
  return {
    ...told,
    data: { ...told.data, leftOut: leftOut.map(({ uscc }) => uscc) },
    lines: [
      ...told.lines,
      ...leftOut.map(({ name }) => ({ key: 'sendDownLeftOut', params: { office: name } })),
    ],
  }
}
