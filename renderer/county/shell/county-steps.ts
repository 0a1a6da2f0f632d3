import type { CountyStatus } from '../../../county/account/views.ts'
import type { SessionSteps } from '../../shared/desk/session/program.ts'
import { ask, tell } from '../county-api.ts'

/** Which county this is and who sits here. */
export function countyStatus(): Promise<CountyStatus> {
  return ask<CountyStatus>('status')
}

/** The steps of a session at the county. */
export const COUNTY_STEPS: SessionSteps = {
  status: countyStatus,
  signIn: (typed) => tell<CountyStatus>('POST', 'session', typed),
  signInByName: (typed) => tell<CountyStatus>('POST', 'session', typed),
  lock: () => tell<CountyStatus>('POST', 'session/lock'),
  unlock: (password) => tell<CountyStatus>('POST', 'session/unlock', { password }),
  signOut: () => tell<CountyStatus>('DELETE', 'session'),
  setPassword: (typed) => tell<CountyStatus>('POST', 'session/password', typed),
  reportActivity: () => tell('POST', 'session/activity'),
}
