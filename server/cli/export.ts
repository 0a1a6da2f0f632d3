import type { Command } from 'commander'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { answer, common, type Answer, type CommonOptions } from '../../platform/cli/cli.ts'
import { loadAgeIdentity } from '../../sealed/age-identity.ts'
import type { Deps } from '../deps.ts'
import { keepDuties } from '../duty/keep-duties.ts'
import { beginCarriage } from '../exchange/carriage.ts'
import { isFolderToWriteTo } from '../exchange/carriage-folder.ts'
import { officeKeyIds } from '../exchange/enrolment/office-keys.ts'
import { exportPackage } from '../exchange/export-package.ts'
import { packagePath } from '../exchange/package-path.ts'
import { verifyAnyPackage } from '../exchange/verify-any.ts'
import type { Principal } from '../principal.ts'
import { asPerson, withPerson, type Cli } from './cli.ts'

type CarryOptions = CommonOptions & { readonly as: string; readonly out?: string; readonly person: string }
type ExportOptions = CarryOptions & { readonly whole?: boolean }

/** Copies a package to a folder or stick, compared there, and proves the copy where it lies. */
async function carryTo(
  deps: Deps,
  handler: Principal,
  of: { readonly sequence: number; readonly folder: string; readonly person: string },
): Promise<Result<string>> {
  // A folder is not made: a mistyped one, or a stick that is not there, would be taken for the county's.
  if (!(await isFolderToWriteTo(of.folder))) return refuse('package.destination-invalid')
  const begun = beginCarriage(deps, handler, of.sequence, { path: of.folder }, of.person)
  if (!begun.ok) return begun
  const carried = await begun.value.done
  return carried.ok ? accept(carried.value.path) : carried
}

function proved(deps: Deps, file: string): Promise<Result<unknown>> {
  return verifyAnyPackage(file, {
    identity: () => loadAgeIdentity(deps.dataFolder),
    trustedKeys: officeKeyIds(deps.dataFolder),
  })
}

/**
 * `board export`: one signed package of everything published or withdrawn since the last one, or (`--whole`) of everything; with `--out`, a
 * copy on a stick that is compared and proved where it lies, carried by `--person`.
 * @example board export --data DIR --as 周敏 --out /media/stick --person 张伟
 */
export function addExport(cli: Cli, program: Command): void {
  const { say } = cli.sentences
  asPerson(cli, common(cli, program.command('export')))
    .option('--out <dir>', say('cli:option.outFolder'))
    .option('--person <name>', say('cli:option.carrier'), '')
    .option('--whole', say('cli:option.whole'))
    .action((options: ExportOptions) =>
      answer(cli, options, () =>
        withPerson(cli, options, async (deps, person): Promise<Result<Answer>> => {
          const { out } = options
          // Before anything is written: what is exported counts as on its way to the county.
          if (out !== undefined && !(await isFolderToWriteTo(out))) {
            return refuse('package.destination-invalid')
          }
          // Here and not in a thread: a command ends with its answer.
          await keepDuties(deps.store, { now: deps.clock.now() })
          const exported = await exportPackage(deps, person, { whole: options.whole ?? false })
          if (!exported.ok) return exported
          const { sequence, fileName, editionCount, withdrawalCount, sha256, size, heldBack, offer } =
            exported.value
          const own = packagePath(deps.dataFolder, fileName)
          const copied =
            out === undefined
              ? accept(own)
              : await carryTo(deps, person, { sequence, folder: out, person: options.person })
          const file = copied.ok ? copied.value : own
          const proof = copied.ok ? await proved(deps, file) : copied
          if (!proof.ok) {
            const params = { sequence, file: own, reason: cli.sentences.refusal(proof) }
            return accept({
              data: { code: proof.code, params: proof.params, sequence, file: own },
              lines: [{ key: 'exportNotCarried', params }],
              failed: true,
            })
          }
          return accept({
            data: {
              sequence,
              file,
              editions: editionCount,
              withdrawals: withdrawalCount,
              heldBack,
              changes: offer,
              sha256,
              size,
            },
            lines: [
              {
                key: 'exported',
                params: { sequence, file, editions: editionCount, withdrawals: withdrawalCount },
              },
              ...(heldBack > 0 ? [{ key: 'exportHeldBack' as const, params: { count: heldBack } }] : []),
            ],
          })
        }),
      ),
    )
}

/**
 * `board package carry NUMBER`: copies a package that was written before to a stick or folder, compared there, and notes who carries it.
 * @example board package carry 3 --data DIR --as 周敏 --out /media/stick --person 张伟
 */
export function addPackageCarry(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  asPerson(cli, common(cli, group.command('carry').argument('<number>')))
    .requiredOption('--out <dir>', say('cli:option.outFolder'))
    .option('--person <name>', say('cli:option.carrier'), '')
    .action((number: string, options: CarryOptions & { out: string }) =>
      answer(cli, options, () =>
        withPerson(cli, options, async (deps, person): Promise<Result<Answer>> => {
          const sequence = Number(number)
          const copied = await carryTo(deps, person, {
            sequence,
            folder: options.out,
            person: options.person,
          })
          if (!copied.ok) return copied
          const proof = await proved(deps, copied.value)
          if (!proof.ok) return proof
          return accept({
            data: { sequence, file: copied.value },
            lines: [{ key: 'packageCarried', params: { sequence, file: copied.value } }],
          })
        }),
      ),
    )
}
