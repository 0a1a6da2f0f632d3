import type { Command } from 'commander'
import { accept, type Result } from '../../domain/refusal.ts'
import { answer, type Answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { heldBack } from '../display/public-views.ts'
import { findConsultation } from '../matter/consultations.ts'
import { headsOf, shownEdition } from '../matter/matter-standing.ts'
import { findMatter, matterRows } from '../matter/matter-views.ts'
import type { Visible } from '../matter/public-matter.ts'
import { type Cli, withBoard } from './cli.ts'

// A title that the public cannot read may name a person.
function publicTitle({ store: { read } }: Deps, matterId: string, visible: Visible): string | null {
  const shown = read.matter.links(matterId).map(({ noticeId }) => shownEdition(read, noticeId))
  return shown.findLast((edition) => edition !== undefined && visible(edition))?.title ?? null
}

function list(deps: Deps): Result<Answer> {
  const now = deps.clock.now()
  const today = civilDateOf(now)
  const held = heldBack(deps.store.read, now)
  const visible: Visible = (edition) => !held.has(edition)
  const items = matterRows(deps.store.read, today).map((row) => ({
    id: row.id,
    kind: row.kind,
    unitId: row.unit.id,
    next: row.next,
    title: publicTitle(deps, row.id, visible),
    decidedOn: row.decidedOn,
    consultation: row.consultation && {
      id: row.consultation.id,
      state: row.consultation.state,
      opensOn: row.consultation.opensOn,
      closesOn: row.consultation.closesOn,
      opinions: row.consultation.counts.total,
      unanswered: row.consultation.unanswered,
    },
  }))
  return accept({
    data: { items },
    lines: [
      ...items.map(({ id, kind, next, consultation, title }) => ({
        text: [id, kind, next, consultation?.state, title].filter(Boolean).join('\t'),
      })),
      { key: 'mattersListed', params: { count: items.length } },
    ],
  })
}

/** Numbers, channels and results only: words of an opinion may name whoever gave it. */
function opinions(deps: Deps, matterId: string): Result<Answer> {
  const { read } = deps.store
  const matter = findMatter(read, matterId)
  if (!matter.ok) return matter
  const today = civilDateOf(deps.clock.now())
  const items = read.matter.consultations(matterId).flatMap(({ id, closesOn }) => {
    const found = findConsultation(read, id, today)
    if (!found.ok) return []
    const heads = headsOf(found.value.opinions)
    const numbers = new Map(found.value.opinions.map((one) => [one.id, one.number]))
    return found.value.opinions.map((one) => ({
      consultationId: id,
      number: one.number,
      channel: one.channel,
      receivedOn: one.receivedOn,
      late: closesOn !== null && one.receivedOn > closesOn,
      mergedInto: one.mergedInto === null ? null : (numbers.get(heads.get(one.id) ?? '') ?? null),
      result: one.result,
    }))
  })
  return accept({
    data: { items },
    lines: [
      ...items.map(({ number, channel, receivedOn, mergedInto, result }) => ({
        text: [number, receivedOn, channel, mergedInto === null ? result : `-> ${mergedInto}`]
          .filter(Boolean)
          .join('\t'),
      })),
      { key: 'opinionsListed', params: { count: items.length } },
    ],
  })
}

/**
 * `board matter list` and `board matter opinions --matter <id>`: what comes next in each matter, and how its opinions were
 * answered. No names, no contacts, no words of an opinion.
 * @example board matter opinions --data DIR --matter 0193… --json
 */
export function addMatter(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  common(cli, group.command('list'))
    .description(say('cli:help.matterList'))
    .action((options: CommonOptions) => answer(cli, options, () => withBoard(cli, options.data, list)))
  common(cli, group.command('opinions'))
    .description(say('cli:help.matterOpinions'))
    .requiredOption('--matter <id>', say('cli:option.matter'))
    .action((options: CommonOptions & { matter: string }) =>
      answer(cli, options, () => withBoard(cli, options.data, (deps) => opinions(deps, options.matter))),
    )
}
