import { useTranslation } from 'react-i18next'
import { ROLES } from '../../domain/office/role.ts'
import { ProgramRoot, useWindowTitle } from '../shared/desk/program-root.tsx'
import { OwnPasswordScreen } from '../shared/desk/session/own-password-screen.tsx'
import { SessionHolder } from '../shared/desk/session/session-holder.tsx'
import { SignInScreen } from '../shared/desk/session/sign-in-screen.tsx'
import { useStatus } from '../shared/desk/session/use-status.ts'
import { StartScreen } from '../shared/desk/start-screen.tsx'
import { getStatus } from './api/office-api.ts'
import { SetupWizard } from './office/setup-wizard.tsx'
import { ClockWarning } from './shell/clock-state.tsx'
import { DeskFrame } from './shell/desk-frame.tsx'
import { DESK_STEPS } from './shell/desk-steps.ts'
import { OpenDeskContext } from './shell/session-context.ts'

function DeskEntry({ product }: { readonly product: string }) {
  const { data: status, error, refetch } = useStatus(getStatus)
  useWindowTitle(product, status?.office?.name)
  // An error after a good answer (the server restarts) keeps what is on screen; only the first one has the page.
  if (status === undefined) return <StartScreen error={error} retry={() => void refetch()} />
  const { office, session } = status
  if (!status.setUp || office === null) return <SetupWizard />
  if (session === null) {
    return (
      <SignInScreen
        place={office.name}
        people={status.people}
        above={<ClockWarning clock={status.clock} />}
      />
    )
  }
  if (session.mustSetPassword && !session.locked) return <OwnPasswordScreen name={session.account.name} />
  return (
    <OpenDeskContext value={{ ...status, office, session }}>
      <SessionHolder session={session} people={status.people}>
        {(lock) => <DeskFrame lock={lock} />}
      </SessionHolder>
    </OpenDeskContext>
  )
}

export function DeskApp() {
  const { t } = useTranslation('terms')
  const product = t('product')
  return (
    <ProgramRoot product={product} roles={ROLES} steps={DESK_STEPS}>
      <DeskEntry product={product} />
    </ProgramRoot>
  )
}
