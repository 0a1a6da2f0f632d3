import type { Command } from 'commander'
import type { CliProgram } from '../../platform/cli/cli.ts'
import { runProgram } from '../../platform/cli/run-program.ts'
import { addAccount } from './account.ts'
import { addBackup } from './backup.ts'
import { addBoards } from './boards.ts'
import { addPosting } from './posting.ts'
import { addBenchData } from './bench-data.ts'
import { addCalendar } from './calendar.ts'
import { addCatalogue } from './catalogue.ts'
import { addCheck } from './check.ts'
import { type BoardIo, type Cli, refuseSlowFile } from './cli.ts'
import { addDisplay } from './display.ts'
import { addCountyKey, addOfficeCard, addPackageKey } from './county-key.ts'
import { addDictionary } from './dictionary.ts'
import { addDownward } from './downward.ts'
import { addDuty } from './duty.ts'
import { addCarriageFolders } from './carriage-folder.ts'
import { addExport, addPackageCarry } from './export.ts'
import { addInit } from './init.ts'
import { addMatter } from './matter.ts'
import { addNewInstance } from './new-instance.ts'
import { addNoticeDecide } from './notice-decide.ts'
import { addNoticeExceptions } from './notice-exceptions.ts'
import { addNoticeImport } from './notice-import.ts'
import { addNoticeList } from './notice-list.ts'
import { addNoticePublish } from './notice-publish.ts'
import { addNoticeShow } from './notice-show.ts'
import { addNoticeWithdraw } from './notice-withdraw.ts'
import { addPackageVerify } from './package-verify.ts'
import { addPortal } from './portal.ts'
import { addPrint } from './print.ts'
import { addReceipt } from './receipt.ts'
import { addReplica } from './replica.ts'
import { addRestore } from './restore.ts'
import { addSample } from './sample.ts'
import { addScreen } from './screen.ts'
import { addSheetVerify } from './sheet-verify.ts'
import { addServe } from './serve.ts'

const BOARD: CliProgram = {
  name: 'board',
  texts: 'cli:',
  refusing: refuseSlowFile,
  hints: { 'trust.password-must-change': 'cli:passwordMustChange' },
}

/**
 * Works off one command line of the board; exit codes and answers as `runProgram` gives them.
 * @example await runBoard(['check', '--data', '/data', '--json'], io) // 0
 */
export async function runBoard(words: readonly string[], io: BoardIo): Promise<number> {
  return runProgram(BOARD, words, io, addCommands)
}

function addCommands(cli: Cli, program: Command): void {
  const group = (name: string): Command =>
    program.command(name).description(cli.sentences.say(`cli:help.${name}`))
  addInit(cli, program)
  addServe(cli, program)
  addAccount(cli, group('account'))
  addCatalogue(cli, group('catalogue'))
  addCalendar(cli, group('calendar'))
  addDictionary(cli, group('dictionary'))
  addDuty(cli, group('duty'))
  addDisplay(cli, group('display'))
  addMatter(cli, group('matter'))
  addBoards(cli, group('boards'))
  addPosting(cli, group('posting'))
  addScreen(cli, group('screen'))
  const notice = group('notice')
  addNoticeImport(cli, notice)
  addNoticeDecide(cli, notice)
  addNoticeExceptions(cli, notice)
  addNoticePublish(cli, notice)
  addNoticeWithdraw(cli, notice)
  addNoticeList(cli, notice)
  addNoticeShow(cli, notice)
  addPrint(cli, program)
  addSheetVerify(cli, group('sheet'))
  addExport(cli, program)
  addPortal(cli, program)
  const packages = group('package')
  addPackageVerify(cli, packages)
  addPackageCarry(cli, packages)
  addCarriageFolders(cli, program)
  addReceipt(cli, group('receipt'))
  addCountyKey(cli, group('county-key'))
  addPackageKey(cli, group('package-key'))
  addOfficeCard(cli, program)
  addDownward(cli, group('downward'))
  addReplica(cli, group('replica'))
  addBackup(cli, program)
  addRestore(cli, program)
  addNewInstance(cli, program)
  addCheck(cli, program)
  addSample(cli, program)
  addBenchData(cli, program)
}
