import { InvalidArgumentError, type Command } from 'commander'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { epochOf, instantText } from '../../domain/signage/instant.ts'
import { programmeAt } from '../../domain/signage/programme.ts'
import { answer, common, type Answer, type CommonOptions } from '../../platform/cli/cli.ts'
import type { Deps } from '../deps.ts'
import { columnNames } from '../signage/column-name.ts'
import { simulateScreen } from '../signage/simulation.ts'
import type { SimulatedFeed } from '../signage/views.ts'
import { withBoard, type Cli } from './cli.ts'

type ShowOptions = CommonOptions & { readonly screen: string }
type SimulateOptions = ShowOptions & { readonly at: string }

/** A screen in use by its id, or by its name, which no other bears. */
function findScreen({ store }: Deps, word: string): Result<string> {
  const found = store.read.screen.list().find(({ screen }) => screen.id === word || screen.name === word)
  return found ? accept(found.screen.id) : refuse('screen.not-found')
}

function instant(text: string): string {
  const at = epochOf(text)
  if (at === null) throw new InvalidArgumentError('2026-10-01T09:30:00+08:00')
  return instantText(at)
}

/** What is on each part of the glass at the instant of a feed, by index number and title. */
function programmeRow(feed: SimulatedFeed) {
  const programme = programmeAt(feed, feed.asOf, feed.clockState)
  const named = (hashes: readonly string[]) =>
    hashes.map((hash) => {
      const sheet = feed.items[hash]?.sheet
      return { hash, indexNumber: sheet?.indexNumber ?? null, title: sheet?.content.title ?? '' }
    })
  const parts =
    programme.state === 'RUNNING'
      ? programme.panes.map(({ pane, hashes }) => ({ pane, notices: named(hashes) }))
      : programme.state === 'TAKEOVER'
        ? [{ pane: null, notices: named(programme.hashes) }]
        : []
  return { at: feed.asOf, state: programme.state, nextChange: programme.nextChange, parts }
}

function addList(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  common(cli, group.command('list'))
    .description(say('cli:help.screenList'))
    .action((options: CommonOptions) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, ({ store }) => {
          const items = store.read.screen.list().map(({ screen, version }) => {
            const { id, name, place, unitId, layout, geometry, subscriptions } = screen
            return { id, name, place, unitId, layout, geometry, version, subscriptions: subscriptions.length }
          })
          return accept({
            data: { items, total: items.length },
            lines: [
              ...items.map(({ id, name, layout, geometry }) => ({
                text: [id, name, layout, `${geometry.pixelWidth}×${geometry.pixelHeight}`].join('\t'),
              })),
              { key: 'screensListed', params: { total: items.length } },
            ],
          })
        }),
      ),
    )
}

function addShow(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  common(cli, group.command('show'))
    .description(say('cli:help.screenShow'))
    .requiredOption('--screen <screen>', say('cli:option.screen'))
    .action((options: ShowOptions) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, (deps): Result<Answer> => {
          const id = findScreen(deps, options.screen)
          if (!id.ok) return id
          const { read } = deps.store
          const stored = read.screen.byId(id.value)
          if (!stored) throw new Error('it was listed a moment ago')
          const names = columnNames(read, stored.screen)
          return accept({
            data: { screen: stored.screen, version: stored.version, columnNames: names },
            lines: [
              { text: [stored.screen.id, stored.screen.name, stored.screen.place].join('\t') },
              ...stored.screen.subscriptions.map(({ id: subscription, pane, priority }) => ({
                text: [pane, String(priority), names[subscription] ?? ''].join('\t'),
              })),
            ],
          })
        }),
      ),
    )
}

function addSimulate(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  common(cli, group.command('simulate'))
    .description(say('cli:help.screenSimulate'))
    .requiredOption('--screen <screen>', say('cli:option.screen'))
    .requiredOption('--at <instant>', say('cli:option.screenAt'), instant)
    .action((options: SimulateOptions) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, (deps): Result<Answer> => {
          const id = findScreen(deps, options.screen)
          if (!id.ok) return id
          const feed = simulateScreen(deps.store.read, id.value, {
            ...{ at: options.at, now: deps.clock.now(), version: '' },
          })
          if (!feed.ok) return feed
          const row = programmeRow(feed.value)
          return accept({
            data: { ...row, notes: feed.value.simulation.notes },
            lines: [
              { key: `screenState.${row.state}`, params: { at: row.at } },
              ...row.parts.flatMap(({ pane, notices }) =>
                notices.map(({ indexNumber, title }) => ({
                  text: [pane ?? '', indexNumber ?? '', title].join('\t'),
                })),
              ),
              ...feed.value.simulation.notes.map((note) => ({ key: `screenNote.${note}` })),
            ],
          })
        }),
      ),
    )
}

/**
 * `board screen list`, `show` and `simulate`: the passive screens, what they subscribe to, and what each shows at any instant.
 * @example board screen simulate --data DIR --screen 服务大厅电视 --at 2026-10-01T09:30:00+08:00 --json
 */
export function addScreen(cli: Cli, group: Command): void {
  addList(cli, group)
  addShow(cli, group)
  addSimulate(cli, group)
}
