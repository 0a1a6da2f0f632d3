import type { Command } from 'commander'
import { accept, type Result } from '../../domain/refusal.ts'
import { answer, type Answer, common, type CommonOptions, type Line } from '../../platform/cli/cli.ts'
import { givenFile } from '../../platform/cli/given-file.ts'
import type { Deps } from '../deps.ts'
import { settleItem, takeItem } from '../exchange/downward/decide-item.ts'
import { downwardItemsView } from '../exchange/downward/downward-views.ts'
import { itemDifference } from '../exchange/downward/item-difference.ts'
import { receiveDownwardBytes } from '../exchange/downward/receive-downward.ts'
import type { DownwardItemView } from '../exchange/downward/views.ts'
import type { Principal } from '../principal.ts'
import { asPerson, type Cli, withBoard, withPerson } from './cli.ts'

const lineOf =
  ({ sentences: { say } }: Cli) =>
  ({ id, kind, title, version, end }: DownwardItemView): Line => {
    const state = say(end === null ? 'cli:downwardOpen' : `exchange:item.how.${end.how}`)
    return { key: `downwardItem.${kind}`, params: { id, title, version, state } }
  }

/** Takes a thing as it is: every table that looks like a catalogue of ours becomes its new draft, the others become new ones. */
async function takeAsItIs(
  deps: Deps,
  person: Principal,
  id: string,
  confirmed: boolean,
): Promise<Result<DownwardItemView>> {
  const shown = await itemDifference(deps, person, id, new Map())
  if (!shown.ok) return shown
  const difference = shown.value
  switch (difference.kind) {
    case 'CATALOGUE': {
      const { preview } = difference
      const sheets = preview.sheets.map(({ name, regime, match }, sheet) => ({
        sheet,
        name: match?.name ?? name,
        regime,
        catalogueId: match?.catalogueId ?? null,
        edits: [],
        leaveOut: [],
      }))
      return takeItem(deps, person, id, { kind: 'CATALOGUE', importId: preview.id, sheets })
    }
    case 'CALENDAR':
      return takeItem(deps, person, id, { kind: 'CALENDAR', digest: difference.preview.digest, confirmed })
    case 'DICTIONARY':
      return takeItem(deps, person, id, { kind: 'DICTIONARY', digest: difference.preview.digest })
    case 'INSTRUCTION':
      return settleItem(deps, person, id, { how: 'READ', note: '' })
  }
}

/**
 * `board downward receive|list|take`: packages of the county, what they brought, and taking one thing of them as it is. A calendar nobody
 * has signed needs `--yes`, as at the desk.
 * @example board downward take ITEM --data DIR --as 周敏
 */
export function addDownward(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  asPerson(cli, common(cli, group.command('receive').argument('<file>')))
    .description(say('cli:help.downwardReceive'))
    .action((path: string, options: CommonOptions & { readonly as: string }) =>
      answer(cli, options, () =>
        withPerson(cli, options, async (deps, person): Promise<Result<Answer>> => {
          const file = await givenFile(path)
          if (!file.ok) return file
          const received = await receiveDownwardBytes(deps, person, file.value.bytes)
          if (!received.ok) return received
          const { outcome, sequence, items, missingSequences } = received.value
          return accept({
            data: { ...received.value },
            lines: [
              { key: `downwardReceived.${outcome}`, params: { sequence, count: items.length } },
              ...(missingSequences.length > 0
                ? [{ key: 'downwardMissing', params: { numbers: missingSequences.join(' ') } }]
                : []),
              ...items.map(lineOf(cli)),
            ],
          })
        }),
      ),
    )
  common(cli, group.command('list'))
    .description(say('cli:help.downwardList'))
    .action((options: CommonOptions) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, async (deps): Promise<Result<Answer>> => {
          const view = await downwardItemsView(deps)
          return accept({ data: { ...view }, lines: [...view.open, ...view.ended].map(lineOf(cli)) })
        }),
      ),
    )
  asPerson(cli, common(cli, group.command('take').argument('<item>')))
    .description(say('cli:help.downwardTake'))
    .option('--yes', say('cli:option.calendarConfirmed'))
    .action((id: string, options: CommonOptions & { readonly as: string; readonly yes?: boolean }) =>
      answer(cli, options, () =>
        withPerson(cli, options, async (deps, person): Promise<Result<Answer>> => {
          const taken = await takeAsItIs(deps, person, id, options.yes === true)
          return taken.ok ? accept({ data: { item: taken.value }, lines: [lineOf(cli)(taken.value)] }) : taken
        }),
      ),
    )
}
