import { Command, CommanderError } from 'commander'
import { refuse } from '../../domain/refusal.ts'
import { addAccount } from './account.ts'
import { addBackup } from './backup.ts'
import { addBoards } from './boards.ts'
import { addPosting } from './posting.ts'
import { addBenchData } from './bench-data.ts'
import { addCalendar } from './calendar.ts'
import { addCatalogue } from './catalogue.ts'
import { addCheck } from './check.ts'
import type { Cli, CliIo } from './cli.ts'
import { languageOf } from './cli.ts'
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
import { sentencesIn } from '../../platform/sentence.ts'

/**
 * Works off one command line: 0 done, 1 refused (the sentence on stderr, with `--json` the code on stdout), 2 wrong usage.
 * @example await runBoard(['check', '--data', '/data', '--json'], io) // 0
 */
export async function runBoard(words: readonly string[], io: CliIo): Promise<number> {
  const sentences = sentencesIn(languageOf(words))
  const cli: Cli = { io, sentences, exitCode: 0 }
  const program = new Command('board')
    .description(sentences.say('cli:help.board'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: (text, write) => write(`${sentences.say('cli:wrongUsage')} ${text}`),
    })
  // Sub-commands copy these settings when they are added, so they come after them.
  const group = (name: string): Command =>
    program.command(name).description(sentences.say(`cli:help.${name}`))
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
  try {
    await program.parseAsync([...words], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    // A full disk, a stick that was pulled out, a bug: not one of our refusals, but the caller still gets a code.
    const failed = refuse('request.failed')
    if (words.includes('--json')) io.out(`${JSON.stringify(failed)}\n`)
    io.err(`${sentences.say('cli:failed')} ${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
  return cli.exitCode
}
