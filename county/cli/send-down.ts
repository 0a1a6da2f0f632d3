import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { isCivilDate } from '../../domain/notice/notice-dates.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { WantedItem } from '../downward/read-item.ts'
import { sendDown } from '../downward/send-down.ts'
import type { CountyDeps } from '../deps.ts'
import { allOffices, officeByUscc } from '../office/office-repo.ts'
import { answer, common, withCounty, type Cli, type CommonOptions } from './cli.ts'
import { givenFile } from './given-file.ts'

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

/**
 * `county send-down`: packs a catalogue, a calendar, a dictionary or an instruction for offices; with `--out`, onto a stick.
 * @example county send-down --data DIR --all --catalogue 社会救助.xlsx --out /media/stick
 */
export function addSendDown(cli: Cli, program: Command): void {
  const { say } = cli.sentences
  common(cli, program.command('send-down'))
    .option('--office <uscc...>', say('cli:county.option.offices'))
    .option('--all', say('cli:county.option.all'))
    .option('--catalogue <file>', say('cli:county.option.catalogue'))
    .option('--calendar <file>', say('cli:county.option.calendar'))
    .option('--dictionary <file>', say('cli:county.option.dictionary'))
    .option('--instruction <text>', say('cli:county.option.instruction'))
    .option('--title <text>', say('cli:county.option.title'))
    .option('--due <date>', say('cli:county.option.due'))
    .option('--key <key>', say('cli:county.option.key'))
    .option('--out <dir>', say('cli:county.option.downwardFolder'))
    .action((options: SendDownOptions) =>
      answer(cli, options, () =>
        withCounty(cli, options.data, async (deps) => {
          const officeIds = await wantedOffices(deps, options)
          if (!officeIds.ok) return officeIds
          const items = await wantedItems(options)
          if (!items.ok) return items
          const sent = await sendDown(deps, {
            officeIds: officeIds.value,
            items: items.value,
            actor: 'cli',
          })
          if (!sent.ok) return sent
          if (options.out !== undefined) await mkdir(options.out, { recursive: true })
          for (const { sha256, fileName } of sent.value) {
            if (options.out === undefined) break
            await copyFile(deps.blobs.pathOf(sha256), join(options.out, fileName))
          }
          const packages = sent.value.map(({ office, sequence, fileName }) => ({
            office: office.uscc,
            sequence,
            fileName,
          }))
          return accept({
            data: { packages },
            lines: sent.value.map(({ office, sequence, fileName }) => ({
              key: 'sentDown',
              params: { office: office.name, sequence, fileName },
            })),
          })
        }),
      ),
    )
}

async function wantedOffices(deps: CountyDeps, options: SendDownOptions): Promise<Result<readonly number[]>> {
  if (options.all) return accept((await allOffices(deps.sql)).map(({ id }) => id))
  const ids: number[] = []
  for (const uscc of options.office ?? []) {
    const office = await officeByUscc(deps.sql, uscc)
    if (office === undefined) return refuse('enrolment.office-not-found', { uscc })
    ids.push(office.id)
  }
  return accept(ids)
}

async function wantedItems(options: SendDownOptions): Promise<Result<readonly WantedItem[]>> {
  const { title, key, due = null } = options
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
  if (due !== null && !isCivilDate(due)) return refuse('request.invalid', { field: 'due' })
  const { instruction } = options
  if (instruction !== undefined) {
    items.push({ kind: 'INSTRUCTION', title: title ?? instruction.slice(0, 50), text: instruction, due })
  }
  return accept(items)
}
