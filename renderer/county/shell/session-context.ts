import { createContext, useContext } from 'react'
import type { CountyRole } from '../../../county/account/role.ts'
import type { CountyStatus } from '../../../county/account/views.ts'

/** The status while somebody is signed in. */
export type OpenCounty = CountyStatus & {
  readonly county: NonNullable<CountyStatus['county']>
  readonly session: NonNullable<CountyStatus['session']>
}

export const OpenCountyContext = createContext<OpenCounty | null>(null)

/** Who sits here, in which county. */
export function useOpenCounty(): OpenCounty {
  const open = useContext(OpenCountyContext)
  if (open === null) throw new Error('outside a signed-in page')
  return open
}

/** Whether the person holds one of the roles; the server decides, this only spares useless buttons. */
export function useHasRole(...roles: readonly CountyRole[]): boolean {
  const { account } = useOpenCounty().session
  return roles.some((role) => account.roles.includes(role))
}
