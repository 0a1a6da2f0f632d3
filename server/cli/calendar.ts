import { type Command, Option } from 'commander'
import { Temporal } from 'temporal-polyfill'
import { arithmeticParts } from '../../domain/duty/arithmetic-parts.ts'
import { calendarOver } from '../../domain/duty/calendar/calendar-over.ts'
import { DEADLINE_UNITS } from '../../domain/duty/deadline/deadline-rule.ts'
import { dueOf } from '../../domain/duty/due-of.ts'
import { NATIONAL_YEARS } from '../../domain/duty/calendar/national-calendar.ts'
import type { CalendarDay, WorkingCalendar } from '../../domain/duty/calendar/working-calendar.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { answer, type Answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import { givenFile } from '../../platform/cli/given-file.ts'
import { calendarOf, effectiveYears } from '../duty/calendar/calendar-of.ts'
import { changeViewOf } from '../duty/calendar/calendar-views.ts'
import { type DueRequest, readDueTerm } from '../duty/calendar/due-request.ts'
import { previewCalendar, takeCalendar } from '../duty/calendar/take-calendar.ts'
import { upkeepIdle } from '../duty/upkeep.ts'
import { asPerson, type Cli, withBoard, withPerson } from './cli.ts'
import { dueSentence } from './due-sentence.ts'

type DataOption = { readonly json?: boolean; readonly data?: string }

/**
 * `board calendar import|show|due`: takes a calendar file, shows the years on record, reckons a due date.
 * @example board calendar due --from 2026-09-30 --amount 20 --unit workday --json
 */
export function addCalendar(cli: Cli, group: Command): void {
  addImport(cli, group)
  addShow(cli, group)
  addDue(cli, group)
}

function addImport(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  asPerson(cli, common(cli, group.command('import').argument('<file>')))
    .description(say('cli:help.calendarImport'))
    .option('--confirm', say('cli:option.calendarConfirm'))
    .option('--key-name <name>', say('cli:option.calendarKeyName'))
    .action((file: string, options: CommonOptions & { as: string; confirm?: boolean; keyName?: string }) =>
      answer(cli, options, () =>
        withPerson(cli, options, async (deps, person): Promise<Result<Answer>> => {
          const upload = await givenFile(file)
          if (!upload.ok) return upload
          const preview = previewCalendar(deps, person, upload.value)
          if (!preview.ok) return preview
          const taken = takeCalendar(deps, person, upload.value, {
            digest: preview.value.digest,
            confirmed: options.confirm === true,
            ...(options.keyName !== undefined && { keyName: options.keyName }),
          })
          if (!taken.ok) return taken
          // What the change sets off ends with this process: it is waited for.
          await upkeepIdle(deps)
          const change = changeViewOf(deps.store.read, taken.value.id)
          const moved = change.movedCount ?? 0
          const { years, signature } = preview.value
          return accept({
            data: { change, years, signature },
            lines: [
              ...years.flatMap(({ year, added, removed, warnings }) => [
                { key: 'calendarTaken', params: { year, added: added.length, removed: removed.length } },
                ...warnings.map((warning) => ({ key: `calendarWarning.${warning}`, params: { year } })),
              ]),
              ...(moved > 0 ? [{ key: 'calendarMoved', params: { moved } }] : []),
            ],
          })
        }),
      ),
    )
}

/** The years of the office, or those of the program where no office is named. */
async function withYears<T>(
  cli: Cli,
  options: DataOption,
  work: (known: {
    readonly calendar: WorkingCalendar
    readonly years: ReturnType<typeof effectiveYears>
    readonly localDays: readonly CalendarDay[]
  }) => Result<T>,
): Promise<Result<T>> {
  if (options.data === undefined) {
    return work({
      calendar: calendarOver({ national: NATIONAL_YEARS, local: [] }),
      years: NATIONAL_YEARS.map((year) => ({ ...year, version: 0 })),
      localDays: [],
    })
  }
  return withBoard(cli, options.data, ({ store: { read } }) =>
    work({ calendar: calendarOf(read), years: effectiveYears(read), localDays: read.calendar.localDays() }),
  )
}

function dayLines(days: readonly CalendarDay[]) {
  return days.map(({ date, kind, name }) => ({ key: `calendarDay.${kind}`, params: { date, name } }))
}

function addShow(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  common(cli, group.command('show'), 'no-data')
    .description(say('cli:help.calendarShow'))
    .option('--data <dir>', say('cli:option.calendarData'))
    .option('--year <year>', say('cli:option.year'))
    .action((options: DataOption & { year?: string }) =>
      answer(cli, options, () =>
        withYears(cli, options, ({ calendar, years, localDays }): Result<Answer> => {
          const shown = years.filter(
            ({ year }) => options.year === undefined || String(year) === options.year,
          )
          if (options.year !== undefined && !/^\d{4}$/.test(options.year)) {
            return refuse('calendar.year-invalid', { year: options.year.slice(0, 20) })
          }
          const local = localDays.filter(
            ({ date }) => options.year === undefined || date.startsWith(`${options.year}-`),
          )
          const { from, to } = calendar.coverage
          const missing = options.year !== undefined && shown.length === 0
          return accept({
            data: { coverage: calendar.coverage, years: shown, localDays: local },
            lines: [
              { key: 'calendarCoverage', params: { from, to } },
              ...(missing ? [{ key: 'calendarYearMissing', params: { year: options.year ?? '' } }] : []),
              ...shown.flatMap(({ year, source, days }) => [
                { key: 'calendarYear', params: { year, source } },
                // All days of all years are a wall of text; one year is asked for by its number.
                ...(options.year === undefined ? [] : dayLines(days)),
              ]),
              ...(local.length > 0 ? [{ key: 'calendarLocal' }, ...dayLines(local)] : []),
            ],
          })
        }),
      ),
    )
}

function addDue(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  common(cli, group.command('due'), 'no-data')
    .description(say('cli:help.calendarDue'))
    .option('--data <dir>', say('cli:option.calendarData'))
    .requiredOption('--from <date>', say('cli:option.dueFrom'))
    .requiredOption('--amount <number>', say('cli:option.dueAmount'))
    .addOption(
      new Option('--unit <unit>', say('cli:option.dueUnit'))
        .choices([...DEADLINE_UNITS])
        .makeOptionMandatory(),
    )
    .action(async (options: DataOption & DueRequest) => {
      const found = await withYears(cli, options, ({ calendar }) => {
        const term = readDueTerm(options)
        return term.ok ? accept(dueOf(term.value, calendar)) : term
      })
      if (!found.ok) return answer(cli, options, () => found)
      const { due, dueAt, provisional, steps } = found.value
      const at =
        dueAt === null
          ? null
          : Temporal.Instant.from(dueAt)
              .toZonedDateTimeISO('Asia/Shanghai')
              .toString({ timeZoneName: 'never', smallestUnit: 'second' })
      // Programs rely on these very members and no others.
      const text = options.json
        ? JSON.stringify({ due: at ?? due, provisional, steps })
        : dueSentence(say, arithmeticParts(found.value), options.unit, Number(options.amount), at)
      cli.io.out(`${text}\n`)
    })
}
