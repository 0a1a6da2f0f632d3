import { expect } from 'vitest'
import type { Screen } from '../../domain/signage/screen.ts'
import type { ScreenReport, ShownRecord } from '../../server/signage/views.ts'
import type { DeskClient } from './desk-client.ts'
import { television } from './screen-flow.ts'
import type { Staff, TestBoard } from './test-board.ts'

/** Puts a screen up that shows everything day and night, past the desk's form; gives its id. */
export function putUpScreen(
  { deps }: Pick<TestBoard, 'deps'>,
  some: Partial<Omit<Screen, 'id'>> = {},
): string {
  const { store, clock, ids } = deps
  const screenId = ids.next()
  const at = clock.now()
  const [unit] = store.read.unit.list()
  const [account] = store.read.office.accounts()
  if (!unit || !account) throw new Error('an office has a unit and an account')
  store.tx((write) => {
    write.screen.add({ id: screenId, createdBy: account.id, createdAt: at })
    const definition = television({ unitId: unit.id, ...some })
    write.screen.addVersion({ screenId, number: 1, definition, accountId: account.id, at })
  })
  return screenId
}

/** Pairs a screen as a person does: a code at the desk, typed at the screen. Gives the token. */
export async function pairScreen(staff: Staff, visitor: DeskClient, screenId: string): Promise<string> {
  const given = await staff.handler.post<{ code: string }>(`/api/desk/screens/${screenId}/pairing-code`)
  expect(given.status).toBe(200)
  const { code } = given.body
  const paired = await visitor.post<{ token: string }>(`/api/public/screens/${screenId}/pairing`, { code })
  expect(paired.status).toBe(200)
  return paired.body.token
}

/** The start of the page that most reports of a test come from. */
export const BOOT = '01930000-0000-7000-8000-0000000000b0'

/** A record of a minute on the glass that has just ended. */
export function shown(number: number, some: Partial<ShownRecord> = {}): ShownRecord {
  return {
    id: `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    bootId: BOOT,
    sequence: number,
    kind: 'DEFAULT',
    hash: null,
    endedAgo: 0,
    spanned: 60_000,
    lasted: 60_000,
    fromBefore: false,
    pagesShown: 1,
    pagesTotal: 1,
    extent: (some.hash ?? null) === null ? null : 'WHOLE',
    ...some,
  }
}

/** A report of a screen that is well. */
export function report(records: readonly ShownRecord[], some: Partial<ScreenReport> = {}): ScreenReport {
  return {
    bootId: BOOT,
    health: {
      programVersion: '0.1.0',
      progressAgo: 1000,
      showing: { kind: 'DEFAULT', hash: null, page: 0 },
      shownFor: 1000,
      clock: '2026-11-23T01:42:00.000Z',
      viewport: { width: 1080, height: 1920 },
      skipped: [],
      leftOut: [],
      rung: 'WELL',
    },
    shown: records,
    lost: 0,
    picture: null,
    ...some,
  }
}

/** Sends a report; gives the status and the answer. */
export async function sendReport<T>(visitor: DeskClient, screenId: string, token: string, body: unknown) {
  const response = await visitor.raw('POST', `/api/public/screens/${screenId}/reports`, {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'x-screen-token': token },
  })
  return { status: response.status, body: (await response.json()) as T }
}
