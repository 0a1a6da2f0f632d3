import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { accept, refuse } from '../../domain/refusal.ts'
import { answer, common } from '../../platform/cli/cli.ts'
import { loadAgeIdentity } from '../../sealed/age-identity.ts'
import { databaseFile } from '../create-deps.ts'
import { officeKeyIds } from '../exchange/enrolment/office-keys.ts'
import { verifyAnyPackage } from '../exchange/verify-any.ts'
import type { Cli } from './cli.ts'

/**
 * `board package verify FILE`: proves a package or names the first broken byte range and the entry it lies in. `--key`
 * names a key to believe; `--data` believes the key of that office and opens what is encrypted to it. Without either, the key's id is
 * shown to compare.
 * @example board package verify board-….zip --key 3f1c…
 */
export function addPackageVerify(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  common(cli, group.command('verify').argument('<file>'), 'no-data')
    .option('--data <dir>', say('cli:option.dataOfKey'))
    .option('--key <id...>', say('cli:option.key'))
    .action((file: string, options: { json?: boolean; data?: string; key?: string[] }) =>
      answer(cli, options, async () => {
        if (!existsSync(file)) return refuse('package.not-found')
        const { data } = options
        // A mistyped folder would get a key of its own, which then trusts nobody.
        if (data !== undefined && !existsSync(databaseFile(data))) return refuse('office.not-set-up')
        const keys = [...(options.key ?? []), ...(data === undefined ? [] : officeKeyIds(data))]
        const proof = await verifyAnyPackage(file, {
          identity: data === undefined ? null : () => loadAgeIdentity(data),
          ...(keys.length > 0 && { trustedKeys: keys }),
        })
        if (!proof.ok) return proof
        const { sequence, office, counts, keyId, keyTrusted, claimedAt, changes } = proof.value
        return accept({
          data: { proof: proof.value },
          lines: [
            { key: 'packageProved', params: { office: office.name, sequence, createdAt: claimedAt } },
            { key: 'packageCounts', params: { ...counts } },
            { key: 'packageChanges', params: { ...changes } },
            { key: keyTrusted ? 'packageKeyTrusted' : 'packageKeyUnknown', params: { keyId } },
          ],
        })
      }),
    )
}
