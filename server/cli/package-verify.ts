import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { accept, refuse } from '../../domain/refusal.ts'
import { databaseFile } from '../create-deps.ts'
import { loadPackageKey } from '../../sealed/package-key.ts'
import { verifyPackage } from '../../sealed/verify-package.ts'
import { answer, common, type Cli } from './cli.ts'

/**
 * `board package verify FILE`: proves a package or names the first broken byte range and the entry it lies in. `--key`
 * names a key to believe; `--data` believes the key of that office. Without either, the key's id is shown to compare.
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
        // A mistyped folder would get a key of its own, which then trusts nobody.
        if (options.data !== undefined && !existsSync(databaseFile(options.data)))
          return refuse('office.not-set-up')
        const keys = [
          ...(options.key ?? []),
          ...(options.data === undefined ? [] : [loadPackageKey(options.data).keyId]),
        ]
        const proof = await verifyPackage(file, keys.length > 0 ? { trustedKeys: keys } : {})
        if (!proof.ok) return proof
        const { sequence, office, counts, keyId, keyTrusted, createdAt } = proof.value
        return accept({
          data: { proof: proof.value },
          lines: [
            { key: 'packageProved', params: { office: office.name, sequence, createdAt } },
            { key: 'packageCounts', params: { ...counts } },
            { key: keyTrusted ? 'packageKeyTrusted' : 'packageKeyUnknown', params: { keyId } },
          ],
        })
      }),
    )
}
