import type { SessionSteps } from '../../shared/desk/session/program.ts'
import {
  getStatus,
  lockDesk,
  reportActivity,
  setOwnPassword,
  signIn,
  signOut,
  unlockDesk,
} from '../api/office-api.ts'
import { flushBeforeLeaving } from './before-leaving.ts'

/** What was being written is saved before the desk passes to another or to nobody. */
async function afterSaving<Answer>(step: () => Promise<Answer>): Promise<Answer> {
  await flushBeforeLeaving()
  return await step()
}

/** The steps of a session at the desk. */
export const DESK_STEPS: SessionSteps = {
  status: getStatus,
  signIn: (typed) => afterSaving(() => signIn(typed)),
  lock: () => afterSaving(lockDesk),
  unlock: unlockDesk,
  signOut: () => afterSaving(signOut),
  setPassword: setOwnPassword,
  reportActivity,
}
