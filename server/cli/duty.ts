import type { Command } from 'commander'
import type { Reads } from '../../db/store.ts'
import { isReckonable } from '../../domain/duty/calendar/day-number.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { answer, common, type Answer, type CommonOptions, type Line } from '../../platform/cli/cli.ts'
import { shanghaiTime } from '../../platform/clock.ts'
import { dutiesOn, lastListedDay } from '../duty/duties-on.ts'
import { ruleWords } from '../duty/rule-words.ts'
import { todayOf } from '../duty/today.ts'
import type { DutyRow } from '../duty/views.ts'
import { withBoard, type Cli } from './cli.ts'

type ListOptions = CommonOptions & { readonly on?: string; readonly unit?: string; readonly person?: string }

/** What a program may see of a duty: no names of staff and no words of theirs; the title is the catalogue's. */
const SAFE = [
  ...(['id', 'kind', 'regime', 'unit', 'itemId', 'title', 'period', 'stage', 'stageName', 'state'] as const),
  ...(['startsOn', 'target', 'due', 'dueAt', 'provisional', 'missingYears', 'workdaysLeft'] as const),
  ...(['term', 'steps', 'ground'] as const),
]

function safeDuty(row: DutyRow): Pick<DutyRow, (typeof SAFE)[number]> {
  return Object.fromEntries(SAFE.map((name) => [name, row[name]])) as Pick<DutyRow, (typeof SAFE)[number]>
}

function unitId(read: Reads, wanted: string | undefined): Result<string | undefined> {
  if (wanted === undefined) return accept(undefined)
  const unit = read.unit.list().find(({ id, name }) => id === wanted || name === wanted)
  return unit ? accept(unit.id) : refuse('unit.not-found')
}

function personId(read: Reads, wanted: string | undefined): Result<string | undefined> {
  if (wanted === undefined || wanted === 'none') return accept(wanted)
  const person = read.office.accounts().find(({ id, name }) => id === wanted || name === wanted)
  return person ? accept(person.id) : refuse('office.account-not-found')
}

function line(cli: Cli, row: DutyRow): Line {
  const state = cli.sentences.say(`terms:dutyState.${row.state}`)
  const due = cli.sentences.say(row.provisional ? 'cli:dutyProvisional' : 'cli:dutyDue', {
    due: row.dueAt === null ? row.due : shanghaiTime(row.dueAt),
  })
  const rule = ruleWords(row.ground, cli.sentences.say)
  const parts = [state, due, row.unit.name, row.period, row.title, rule]
  return { text: parts.filter((part) => part !== '').join('\t') }
}

/**
 * `board duty list --on DATE`: what is due on a day, today unless told otherwise, with the rule, its basis and the steps
 * of the arithmetic. Refuses `duty.date-invalid`, `unit.not-found`, `office.account-not-found`.
 * @example board duty list --data DIR --on 2026-11-23 --json
 */
export function addDuty(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  common(cli, group.command('list'))
    .description(say('cli:help.dutyList'))
    .option('--on <date>', say('cli:option.dutyOn'))
    .option('--unit <unit>', say('cli:option.dutyUnit'))
    .option('--person <name>', say('cli:option.dutyPerson'))
    .action((options: ListOptions) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, async (deps): Promise<Result<Answer>> => {
          const { read } = deps.store
          const on = options.on ?? todayOf(read, deps.clock.now()).today
          if (!isReckonable(on) || on > lastListedDay(deps)) return refuse('duty.date-invalid', { value: on })
          const unit = unitId(read, options.unit)
          if (!unit.ok) return unit
          const person = personId(read, options.person)
          if (!person.ok) return person
          const found = await dutiesOn(deps, on, { unitId: unit.value, person: person.value })
          const items = found.duties.map(safeDuty)
          const overdue = items.filter(({ state }) => state === 'OVERDUE').length
          return accept({
            data: { on, calendar: found.calendar, items, total: items.length, overdue },
            lines: [
              ...found.duties.map((row) => line(cli, row)),
              { key: 'dutiesListed', params: { on, total: items.length, overdue } },
            ],
          })
        }),
      ),
    )
}
