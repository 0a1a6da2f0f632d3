import { constants } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { accept } from '../../domain/refusal.ts'
import { exportPackage, packagePath } from '../exchange/export-package.ts'
import { verifyPackage } from '../../sealed/verify-package.ts'
import { answer, asPerson, common, withPerson, type Cli, type CommonOptions } from './cli.ts'

/**
 * `board export`: one signed package of everything published or withdrawn since the last one; with `--out`, a copy
 * on a stick that is proved where it lies.
 * @example board export --data DIR --as 周敏 --out /media/stick
 */
export function addExport(cli: Cli, program: Command): void {
  asPerson(cli, common(cli, program.command('export')))
    .option('--out <dir>', cli.sentences.say('cli:option.outFolder'))
    .action((options: CommonOptions & { as: string; out?: string }) =>
      answer(cli, options, () =>
        withPerson(cli, options, async (deps, person) => {
          const exported = await exportPackage(deps, person)
          if (!exported.ok) return exported
          const { sequence, fileName, editionCount, withdrawalCount, sha256, size, heldBack } = exported.value
          const own = packagePath(deps.dataFolder, fileName)
          const file = options.out === undefined ? own : join(options.out, fileName)
          if (file !== own) await copyFile(own, file, constants.COPYFILE_EXCL)
          const proof = await verifyPackage(file, { trustedKeys: [deps.packageKey().keyId] })
          if (!proof.ok) return proof
          return accept({
            data: {
              sequence,
              file,
              editions: editionCount,
              withdrawals: withdrawalCount,
              heldBack,
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
