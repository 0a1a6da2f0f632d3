import type { Office } from '../../../domain/office/office.ts'
import type { Role } from '../../../domain/office/role.ts'
import type {
  AccountView,
  DeskStatus,
  IndexTemplatePreview,
  SetupRequest,
} from '../../../server/office/views.ts'
import { api, taken } from '../../shared/api.ts'

/** Who this office is, who sits here, whether the clock is sane. */
export function getStatus(): Promise<DeskStatus> {
  return taken(api.desk.status.$get())
}

/** Founds the office and its first administrator, who is then signed in. */
export function setUp(request: SetupRequest): Promise<DeskStatus> {
  return taken(api.desk.setup.$post({ json: request }))
}

/** An index number as the template would make it. */
export function previewIndexTemplate(
  fields: Pick<Office, 'uscc' | 'regionCode'> & { readonly template: string },
): Promise<IndexTemplatePreview> {
  return taken(api.desk['index-template-preview'].$post({ json: fields }))
}

/** Signs in, or puts another person in the place of the one who is signed in. */
export function signIn(fields: {
  readonly accountId: string
  readonly password: string
}): Promise<DeskStatus> {
  return taken(api.desk.session.$post({ json: fields }))
}

/** Locks the desk without signing out. */
export function lockDesk(): Promise<DeskStatus> {
  return taken(api.desk.session.lock.$post())
}

/** Opens the locked desk again for the same person. */
export function unlockDesk(password: string): Promise<DeskStatus> {
  return taken(api.desk.session.unlock.$post({ json: { password } }))
}

/** Sets the own password of the person who sits here. */
export function setOwnPassword(fields: { readonly old: string; readonly new: string }): Promise<DeskStatus> {
  return taken(api.desk.session.password.$post({ json: fields }))
}

/** Signs out. */
export function signOut(): Promise<DeskStatus> {
  return taken(api.desk.session.$delete())
}

/** Tells the server that somebody is at the keys. */
export async function reportActivity(): Promise<void> {
  await api.desk.session.activity.$post()
}

/** Everybody who may sign in, with roles. */
export function listAccounts(): Promise<readonly AccountView[]> {
  return taken(api.desk.accounts.$get())
}

/** Adds a person. */
export function addAccount(fields: {
  readonly name: string
  readonly roles: readonly Role[]
  readonly password: string
}): Promise<AccountView> {
  return taken(api.desk.accounts.$post({ json: fields }))
}

/** What of a person may be changed. */
export type AccountChange = {
  readonly roles?: readonly Role[]
  readonly disabled?: boolean
  readonly password?: string
}

/** Changes roles, password, or whether the person may sign in. */
export function changeAccount(id: string, change: AccountChange): Promise<AccountView> {
  return taken(api.desk.accounts[':id'].$patch({ param: { id }, json: change }))
}

/** Saves the office's particulars. */
export function saveOffice(office: Office): Promise<Office> {
  return taken(api.desk.office.$put({ json: office }))
}
