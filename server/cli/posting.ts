import { InvalidArgumentError, Option, type Command } from 'commander'
import { isReckonable } from '../../domain/duty/calendar/day-number.ts'
import { POSTING_STATES, type PostingState } from '../../domain/posting/posting-state.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { answer, common, type Answer, type CommonOptions, type Line } from '../../platform/cli/cli.ts'
import type { Deps } from '../deps.ts'
import { postSheet } from '../notice/recall/postings.ts'
import { listPostings } from '../posting/posting-work.ts'
import type { PostingView } from '../posting/views.ts'
import { asPerson, withBoard, withPerson, type Cli } from './cli.ts'
import { findNoticeId } from './find-notice.ts'

type AddOptions = CommonOptions & {
  readonly as: string
  readonly notice: string
  readonly board: string
  readonly on: string
  readonly witness?: string
}
type ListOptions = CommonOptions & {
  readonly board?: string
  readonly state?: PostingState
  readonly early?: boolean
}

/** A board by its id, or by its name when only one bears it. */
function findBoard(deps: Deps, word: string): Result<string> {
  const boards = deps.store.read.unit.boards()
  const named = boards.filter(({ name }) => name === word)
  const found = boards.find(({ id }) => id === word) ?? (named.length === 1 ? named[0] : undefined)
  return found ? accept(found.id) : refuse('board.not-found')
}

/** What a program may see of a sheet: what hangs is public, who put it up and what was noted is not. */
function safeRow(sheet: PostingView) {
  const { id, noticeId, indexNumber, editionNumber, title, boardId, boardName, state, stale } = sheet
  return {
    ...{ id, noticeId, indexNumber, editionNumber, title, boardId, boardName, state, stale },
    plannedOn: sheet.plannedOn,
    postedOn: sheet.postedOn,
    removedOn: sheet.removedOn,
    lastDay: sheet.minimum?.lastDay ?? null,
    dueDownFrom: sheet.dueDownFrom,
    early: sheet.early !== null,
    photos: sheet.photos.length,
  }
}

function line(cli: Cli, row: ReturnType<typeof safeRow>): Line {
  const state = cli.sentences.say(`terms:postingState.${row.state}`)
  const { id, postedOn, plannedOn, lastDay, boardName, indexNumber, title } = row
  return {
    text: [id, state, postedOn ?? plannedOn ?? '', lastDay ?? '', boardName, indexNumber, title].join('\t'),
  }
}

function civilDate(text: string): string {
  if (isReckonable(text)) return text
  throw new InvalidArgumentError('YYYY-MM-DD')
}

/**
 * `board posting add` and `board posting list`: the ledger of sheets on the walls, by the same rules as at the desk.
 * @example board posting add --data DIR --as 周敏 --notice 11…/2026-00412 --board 村务公开栏 --on 2026-11-23 --witness 孙平
 */
export function addPosting(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  asPerson(cli, common(cli, group.command('add')))
    .description(say('cli:help.postingAdd'))
    .requiredOption('--notice <notice>', say('cli:option.postingNotice'))
    .requiredOption('--board <board>', say('cli:option.postingBoard'))
    .requiredOption('--on <date>', say('cli:option.postingOn'), civilDate)
    .option('--witness <name>', say('cli:option.witness'))
    .action((options: AddOptions) =>
      answer(cli, options, () =>
        withPerson(cli, options, (deps, person): Result<Answer> => {
          const notice = findNoticeId(deps.store.read, options.notice)
          if (!notice.ok) return notice
          const board = findBoard(deps, options.board)
          if (!board.ok) return board
          const { on: postedOn, witness } = options
          const posted = postSheet(deps, person, notice.value, { boardId: board.value, postedOn, witness })
          if (!posted.ok) return posted
          const [sheet] = listPostings(deps, { noticeId: notice.value, boardId: board.value })
          if (!sheet) throw new Error('a sheet was put up')
          const row = safeRow(sheet)
          return accept({ data: row, lines: [line(cli, row), { key: 'posted', params: { on: postedOn } }] })
        }),
      ),
    )
  common(cli, group.command('list'))
    .description(say('cli:help.postingList'))
    .option('--board <board>', say('cli:option.postingBoard'))
    .addOption(new Option('--state <state>', say('cli:option.postingState')).choices(POSTING_STATES))
    .option('--early', say('cli:option.postingEarly'))
    .action((options: ListOptions) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, (deps): Result<Answer> => {
          const board = options.board === undefined ? accept(undefined) : findBoard(deps, options.board)
          if (!board.ok) return board
          const items = listPostings(deps, {
            boardId: board.value,
            state: options.state,
            early: options.early,
          }).map(safeRow)
          return accept({
            data: { items, total: items.length },
            lines: [
              ...items.map((row) => line(cli, row)),
              { key: 'postingsListed', params: { total: items.length } },
            ],
          })
        }),
      ),
    )
}
