import type { Command } from 'commander'
import type { Cli, CliIo, CliProgram } from '../../platform/cli/cli.ts'
import { runProgram } from '../../platform/cli/run-program.ts'
import { addAllow } from './allow.ts'
import { addEnrol } from './enrol.ts'
import { addGiveUpWaiting } from './give-up-waiting.ts'
import { addIngest } from './ingest.ts'
import { addInit } from './init.ts'
import { addNewInstance } from './new-instance.ts'
import { addReceipt } from './receipt.ts'
import { addReport } from './report.ts'
import { addRevoke } from './revoke.ts'
import { addSendDown } from './send-down.ts'
import { addServe } from './serve.ts'

const COUNTY: CliProgram = { name: 'county', texts: 'cli:county.' }

/**
 * Works off one command line of the county; exit codes and answers as `runProgram` gives them.
 * @example await runCounty(['report', '--data', '/county', '--json'], io) // 0
 */
export async function runCounty(words: readonly string[], io: CliIo): Promise<number> {
  return runProgram(COUNTY, words, io, addCommands)
}

function addCommands(cli: Cli, program: Command): void {
  addInit(cli, program)
  addServe(cli, program)
  addEnrol(cli, program)
  addRevoke(cli, program)
  addIngest(cli, program)
  addAllow(cli, program)
  addGiveUpWaiting(cli, program)
  addReceipt(cli, program)
  addSendDown(cli, program)
  addReport(cli, program)
  addNewInstance(cli, program)
}
