import type { Command } from 'commander'
import { ROLES, type Role } from '../../domain/office/role.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import { setUp } from '../office/set-up.ts'
import { passwordFrom, withNewBoard, type Cli } from './cli.ts'

type InitOptions = CommonOptions & {
  readonly name: string
  readonly uscc: string
  readonly region: string
  readonly telephone: string
  readonly address: string
  readonly hours: string
  readonly indexTemplate: string
  readonly administrator: string
  readonly roles: string
}

/**
 * Reads roles written as `HANDLER,REVIEWER`. Refuses `request.invalid` naming the field.
 * @example readRoles('HANDLER') // { ok: true, value: ['HANDLER'] }
 */
export function readRoles(text: string): Result<Role[]> {
  const words = text.split(',').map((word) => word.trim())
  const roles = ROLES.filter((role) => words.includes(role))
  return words.every((word) => word === '' || ROLES.some((role) => role === word))
    ? accept(roles)
    : refuse('request.invalid', { field: 'roles' })
}

/**
 * `board init`: sets an office up with its first administrator; the password comes from BOARD_PASSWORD or stdin.
 * @example BOARD_PASSWORD=… board init --data DIR --name 示例县云溪镇人民政府 --uscc … --region 990000 --administrator 陈静
 */
export function addInit(cli: Cli, program: Command): void {
  const { say } = cli.sentences
  common(cli, program.command('init'))
    .requiredOption('--name <text>', say('cli:option.officeName'))
    .requiredOption('--uscc <code>', say('cli:option.uscc'))
    .requiredOption('--region <code>', say('cli:option.region'))
    .requiredOption('--administrator <name>', say('cli:option.administrator'))
    .option('--roles <list>', say('cli:option.roles'), '')
    .option('--telephone <text>', say('cli:option.telephone'), '')
    .option('--address <text>', say('cli:option.address'), '')
    .option('--hours <text>', say('cli:option.hours'), '')
    .option('--index-template <text>', say('cli:option.indexTemplate'), '{uscc}/{yyyy}-{seq:5}')
    .action((options: InitOptions) =>
      answer(cli, options, async () => {
        const roles = readRoles(options.roles)
        if (!roles.ok) return roles
        const password = await passwordFrom(cli.io)
        return withNewBoard(cli, options.data, async (deps) => {
          const done = await setUp(deps, {
            office: {
              name: options.name,
              uscc: options.uscc,
              regionCode: options.region,
              telephone: options.telephone,
              address: options.address,
              openingHours: options.hours,
              indexTemplate: options.indexTemplate,
            },
            administrator: { name: options.administrator, password, roles: roles.value },
          })
          if (!done.ok) return done
          const instanceId = deps.store.read.office.instance()?.id ?? ''
          return accept({
            data: { instanceId },
            lines: [{ key: 'initialised', params: { data: options.data } }],
          })
        })
      }),
    )
}
