import { ConfigProvider } from 'antd'
import { useState } from 'react'
import { useIdleLock } from '../../shared/desk/use-idle-lock.ts'
import { CountyFrame } from './county-frame.tsx'
import { LockScreen } from './lock-screen.tsx'
import { reportActivity, useLock } from './session-actions.ts'
import { type OpenCounty, OpenCountyContext } from './session-context.ts'

type Props = { readonly status: Omit<OpenCounty, 'county' | 'session'> } & Pick<
  OpenCounty,
  'county' | 'session'
>

/** The pages of one signed-in person. While locked they stay as they were, behind the lock screen and out of reach. */
export function CountySession({ status, county, session }: Props) {
  const [holder, setHolder] = useState<HTMLDivElement | null>(null)
  // A page loaded while locked has nothing to keep, and its requests would only be refused.
  const [openedFor, setOpenedFor] = useState<string | null>(null)
  const { locked, account } = session
  if (!locked && openedFor !== account.id) setOpenedFor(account.id)
  const lock = useLock()
  useIdleLock(session.idleLockMinutes, locked, { report: reportActivity, lock: () => lock.mutate(null) })
  return (
    <OpenCountyContext value={{ ...status, county, session }}>
      {(!locked || openedFor === account.id) && (
        <div ref={setHolder} className="desk-holder" inert={locked} aria-hidden={locked}>
          <ConfigProvider getPopupContainer={() => holder ?? document.body}>
            {/* Another person gets fresh pages at the same place: nothing half-written passes on. */}
            <CountyFrame key={account.id} lock={() => lock.mutate(null)} />
          </ConfigProvider>
        </div>
      )}
      {locked && <LockScreen />}
    </OpenCountyContext>
  )
}
