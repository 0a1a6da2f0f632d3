import { useTranslation } from 'react-i18next'
import { ProgramRoot, useWindowTitle } from '../shared/desk/program-root.tsx'
import { OwnPasswordScreen } from '../shared/desk/session/own-password-screen.tsx'
import { SessionHolder } from '../shared/desk/session/session-holder.tsx'
import { SignInScreen } from '../shared/desk/session/sign-in-screen.tsx'
import { useStatus } from '../shared/desk/session/use-status.ts'
import { StartScreen } from '../shared/desk/start-screen.tsx'
import { COUNTY_ROLE_WORDS } from './people/county-roles.ts'
import { CountyFrame } from './shell/county-frame.tsx'
import { COUNTY_STEPS, countyStatus } from './shell/county-steps.ts'
import { OpenCountyContext } from './shell/session-context.ts'
import { SetUpScreen } from './shell/set-up-screen.tsx'

function CountyEntry({ product }: { readonly product: string }) {
  const { data: status, error, refetch } = useStatus(countyStatus)
  useWindowTitle(product, status?.county?.name)
  if (status === undefined) return <StartScreen error={error} retry={() => void refetch()} />
  const { county, named, session, people } = status
  if (county === null) return <SetUpScreen named={named} />
  if (session === null) return <SignInScreen place={county.name} people={people} />
  if (session.mustSetPassword && !session.locked) return <OwnPasswordScreen name={session.account.name} />
  return (
    <OpenCountyContext value={{ ...status, county, session }}>
      <SessionHolder session={session} people={people}>
        {(lock) => <CountyFrame lock={lock} />}
      </SessionHolder>
    </OpenCountyContext>
  )
}

export function CountyApp() {
  const { t } = useTranslation('county')
  const product = t('product')
  return (
    <ProgramRoot product={product} roles={COUNTY_ROLE_WORDS} steps={COUNTY_STEPS}>
      <CountyEntry product={product} />
    </ProgramRoot>
  )
}
