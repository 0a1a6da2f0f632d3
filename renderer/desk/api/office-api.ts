import type { Office } from '../../../domain/office/office.ts'
import type { Role } from '../../../domain/office/role.ts'
import type {
  AccountView,
  DeskStatus,
  IndexTemplatePreview,
  SetupRequest,
} from '../../../server/office/views.ts'
import { getJson, sendJson } from '../../shared/request.ts'

/** Who this office is, who sits here, whether the clock is sane. */
export function getStatus(): Promise<DeskStatus> {
  return getJson('/api/desk/status')
}

/** Founds the office and its first administrator, who is then signed in. */
export function setUp(request: SetupRequest): Promise<DeskStatus> {
  return sendJson('POST', '/api/desk/setup', request)
}

/** An index number as the template would make it. */
export function previewIndexTemplate(
  fields: Pick<Office, 'uscc' | 'regionCode'> & { readonly template: string },
): Promise<IndexTemplatePreview> {
  return sendJson('POST', '/api/desk/index-template-preview', fields)
}

/** Signs in, or puts another person in the place of the one who is signed in. */
export function signIn(fields: {
  readonly accountId: string
  readonly password: string
}): Promise<DeskStatus> {
  return sendJson('POST', '/api/desk/session', fields)
}

/** Locks the desk without signing out. */
export function lockDesk(): Promise<DeskStatus> {
  return sendJson('POST', '/api/desk/session/lock')
}

/** Opens the locked desk again for the same person. */
export function unlockDesk(password: string): Promise<DeskStatus> {
  return sendJson('POST', '/api/desk/session/unlock', { password })
}

/** Signs out. */
export function signOut(): Promise<DeskStatus> {
  return sendJson('DELETE', '/api/desk/session')
}

/** Tells the server that somebody is at the keys. */
export function reportActivity(): Promise<void> {
  return sendJson('POST', '/api/desk/session/activity')
}

/** Everybody who may sign in, with roles. */
export function listAccounts(): Promise<readonly AccountView[]> {
  return getJson('/api/desk/accounts')
}

/** Adds a person. */
export function addAccount(fields: {
  readonly name: string
  readonly roles: readonly Role[]
  readonly password: string
}): Promise<AccountView> {
  return sendJson('POST', '/api/desk/accounts', fields)
}

/** What of a person may be changed. */
export type AccountChange = {
  readonly roles?: readonly Role[]
  readonly disabled?: boolean
  readonly password?: string
}

/** Changes roles, password, or whether the person may sign in. */
export function changeAccount(id: string, change: AccountChange): Promise<AccountView> {
  return sendJson('PATCH', `/api/desk/accounts/${encodeURIComponent(id)}`, change)
}

/** Saves the office's particulars. */
export function saveOffice(office: Office): Promise<Office> {
  return sendJson('PUT', '/api/desk/office', office)
}
