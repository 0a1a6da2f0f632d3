import type { Command } from 'commander'
import { accept, refuse } from '../../domain/refusal.ts'
import { answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import { attemptsFromLog } from '../office/attempts-from-log.ts'
import { setOwnPassword } from '../office/own-password.ts'
import { addPerson } from '../office/people.ts'
import { asPerson, passwordFrom, withBoard, withPerson, type Cli } from './cli.ts'
import { readRoles } from './init.ts'

/**
 * `board account add`: adds a person; the administrator's password comes from BOARD_PASSWORD or stdin, the new
 * person's from BOARD_NEW_PASSWORD, good only for setting the own one. `board account password`: a person sets the own
 * password, the old one from BOARD_PASSWORD or stdin, the new one from BOARD_NEW_PASSWORD.
 * @example BOARD_NEW_PASSWORD=… board account add --data DIR --as 陈静 --name 周敏 --roles HANDLER
 */
export function addAccount(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  asPerson(cli, common(cli, group.command('add')))
    .requiredOption('--name <name>', say('cli:option.personName'))
    .requiredOption('--roles <list>', say('cli:option.roles'))
    .action((options: CommonOptions & { as: string; name: string; roles: string }) =>
      answer(cli, options, async () => {
        const roles = readRoles(options.roles)
        if (!roles.ok) return roles
        return withPerson(cli, options, async (deps, person) => {
          const password = cli.io.env['BOARD_NEW_PASSWORD'] ?? ''
          const added = await addPerson(deps, person, { name: options.name, roles: roles.value, password })
          if (!added.ok) return added
          return accept({ data: { accountId: added.value.id }, lines: [{ key: 'accountAdded' }] })
        })
      }),
    )
  asPerson(cli, common(cli, group.command('password'))).action((options: CommonOptions & { as: string }) =>
    answer(cli, options, async () =>
      withBoard(cli, options.data, async (deps) => {
        const account = deps.store.read.office.accountByName(options.as)
        if (!account) return refuse('office.account-not-found')
        const passwords = { old: await passwordFrom(cli.io), new: cli.io.env['BOARD_NEW_PASSWORD'] ?? '' }
        const changed = await setOwnPassword(deps, attemptsFromLog(deps, account.id), account.id, passwords)
        if (!changed.ok) return changed
        return accept({ data: { accountId: account.id }, lines: [{ key: 'passwordChanged' }] })
      }),
    ),
  )
}
