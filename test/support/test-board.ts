import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Office } from '../../domain/office/office.ts'
import { completeUscc } from '../../domain/office/uscc.ts'
import type { Role } from '../../domain/office/role.ts'
import { createApp } from '../../server/app.ts'
import { createDeps, type DepsOptions } from '../../server/create-deps.ts'
import type { Deps } from '../../server/deps.ts'
import type { AccountView, DeskStatus } from '../../server/office/views.ts'
import { staticFilesIn } from '../../platform/static-files.ts'
import type { Mount } from '../../server/trust.ts'
import { DeskClient } from './desk-client.ts'
import { putEmptyBoard } from './empty-board.ts'
import { quickPasswords } from './quick-passwords.ts'
import { type TestClock, testClock } from './test-clock.ts'

/** Password of everybody in tests. */
export const PASSWORD = 'yunxi-2026'

/** Password the administrator gives to a new person, good for setting the own one. */
export const GIVEN_PASSWORD = 'given-2026'

/** The invented office of domain book §11. */
export const OFFICE: Office = {
  name: '示例县云溪镇人民政府',
  uscc: completeUscc('11990000000000001'),
  regionCode: '990000',
  telephone: '0999-6100100',
  address: '示例县云溪镇云溪路1号',
  openingHours: '周一至周五 9:00—12:00，14:00—17:30',
  indexTemplate: '{uscc}/{yyyy}-{seq:5}',
}

/** The people of domain book §11, by what they do. */
export const PEOPLE = {
  handler: ['周敏', ['HANDLER']],
  reviewer: ['韩立', ['REVIEWER']],
  secrecyReviewer: ['王芳', ['SECRECY_REVIEWER']],
  deputyLeader: ['李伟', ['DEPUTY_LEADER']],
} as const satisfies Record<string, readonly [string, readonly Role[]]>

/** A board over a fresh data folder, without sockets. */
export type TestBoard = {
  readonly deps: Deps
  readonly clock: TestClock
  readonly dataFolder: string
  readonly deskMount: Mount
  readonly publicMount: Mount
  /** A browser opened with this launch's key. */
  readonly desk: () => Promise<DeskClient>
  /** A browser on the public mount, of this computer or of the one at an address. */
  readonly visitor: (caller?: string) => DeskClient
  readonly close: () => void
}

/** Opens a board over a fresh folder, where nothing is set up yet, or over the folder given. */
export function openTestBoard(
  options: Pick<DepsOptions, 'idleLockMinutes' | 'stickRoots' | 'passwords'> = {},
  folder?: string,
): TestBoard {
  const dataFolder = folder ?? mkdtempSync(join(tmpdir(), 'board-test-'))
  if (folder === undefined) putEmptyBoard(dataFolder)
  const clock = testClock()
  const created = createDeps(dataFolder, {
    clock,
    logger: pino({ level: 'silent' }),
    passwords: quickPasswords,
    ...options,
  })
  if (!created.ok) throw new Error(created.code)
  const deps = created.value
  const app = createApp(deps, staticFilesIn(join(dataFolder, 'no-screens')))
  const shared = { launchSecret: 'launch-secret', publicAddress: () => '' }
  const deskMount: Mount = { kind: 'desk', transport: 'bare', hosts: ['desk.test'], ...shared }
  const publicMount: Mount = { kind: 'public', transport: 'bare', hosts: ['kiosk.test'], ...shared }
  const send = (mount: Mount, caller?: string) => async (request: Request) =>
    app.fetch(request, { mount, caller })
  return {
    deps,
    clock,
    dataFolder,
    deskMount,
    publicMount,
    desk: async () => {
      const client = new DeskClient(send(deskMount), 'http://desk.test')
      await client.raw('GET', '/open?key=launch-secret')
      return client
    },
    visitor: (caller) => new DeskClient(send(publicMount, caller), 'http://kiosk.test'),
    close: () => {
      deps.store.close()
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
    },
  }
}

/** Signs a person in with the password the administrator gave, and lets the person set the own one. */
export async function firstSignIn(
  desk: DeskClient,
  accountId: string,
  given = GIVEN_PASSWORD,
): Promise<void> {
  await desk.post('/api/desk/session', { accountId, password: given })
  const set = await desk.post<DeskStatus>('/api/desk/session/password', { old: given, new: PASSWORD })
  if (set.status !== 200) throw new Error(JSON.stringify(set.body))
}

/** Everybody signed in, each at a browser of their own. */
export type Staff = Record<keyof typeof PEOPLE | 'administrator', DeskClient>

/** Sets the office up through the HTTP API and signs everybody in. */
export async function setUpOffice(openDesk: () => Promise<DeskClient>): Promise<Staff> {
  const administrator = await openDesk()
  const done = await administrator.post<DeskStatus>('/api/desk/setup', {
    office: OFFICE,
    administrator: { name: '陈静', password: PASSWORD, roles: [] },
  })
  if (done.status !== 201) throw new Error(JSON.stringify(done.body))
  const staff: Partial<Staff> = { administrator }
  for (const [part, [name, roles]] of Object.entries(PEOPLE) as [
    keyof typeof PEOPLE,
    readonly [string, readonly Role[]],
  ][]) {
    const added = await administrator.post<AccountView>('/api/desk/accounts', {
      name,
      roles,
      password: GIVEN_PASSWORD,
    })
    const client = await openDesk()
    await firstSignIn(client, added.body.id)
    staff[part] = client
  }
  return staff as Staff
}
