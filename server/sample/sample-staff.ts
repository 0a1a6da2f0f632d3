import type { Deps } from '../deps.ts'
import { setOwnPassword } from '../office/own-password.ts'
import { addPerson } from '../office/people.ts'
import { setUp } from '../office/set-up.ts'
import type { Principal } from '../principal.ts'
import { must } from './must.ts'
import { SAMPLE_ADMINISTRATOR, SAMPLE_OFFICE, SAMPLE_PASSWORD, SAMPLE_PEOPLE } from './sample-office.ts'

/** The people of the sample office, by what they do. */
export type SampleStaff = {
  readonly administrator: Principal
  readonly handler: Principal
  readonly reviewer: Principal
  readonly secrecyReviewer: Principal
  readonly leader: Principal
  readonly legalityReviewer: Principal
  readonly languageReviewer: Principal
}

// What the administrator hands out; everybody sets the own password at once, as at the desk.
const GIVEN_PASSWORD = 'sample-given-2026'

/**
 * Sets the sample office up and lets everybody set the own password.
 * @example (await hireStaff(deps)).handler.name // '周敏'
 */
export async function hireStaff(deps: Deps): Promise<SampleStaff> {
  const administrator = must(
    await setUp(deps, {
      office: SAMPLE_OFFICE,
      administrator: { name: SAMPLE_ADMINISTRATOR, password: SAMPLE_PASSWORD, roles: [] },
    }),
    SAMPLE_OFFICE.name,
  )
  const staff: Principal[] = []
  for (const { name, roles } of SAMPLE_PEOPLE) {
    const added = must(await addPerson(deps, administrator, { name, roles, password: GIVEN_PASSWORD }), name)
    const own = { old: GIVEN_PASSWORD, new: SAMPLE_PASSWORD }
    must(await setOwnPassword(deps, new Map(), added.id, own), name)
    staff.push({ id: added.id, name, roles })
  }
  const [handler, reviewer, secrecyReviewer, leader, legalityReviewer, languageReviewer] = staff
  if (!handler || !reviewer || !secrecyReviewer || !leader || !legalityReviewer || !languageReviewer) {
    throw new Error('the sample office has six people besides the administrator')
  }
  return { administrator, handler, reviewer, secrecyReviewer, leader, legalityReviewer, languageReviewer }
}
