import { Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { RestoreBanner } from '../office/restore-banner.tsx'
import { Loading } from '../../shared/desk/loading.tsx'
import { useRoute } from '../../shared/desk/route.ts'
import { Area } from './area.tsx'
import { ClockWarning } from './clock-state.tsx'
import { ServerProblem } from './server-problem.tsx'
import { useOpenDesk } from './session-context.ts'
import { SideNav } from './side-nav.tsx'
import { TopLine } from './top-line.tsx'
import '../../shared/desk/shell.css'

/** Top line, navigation, and the screen of the present path. */
export function DeskFrame({ lock }: { readonly lock: () => void }) {
  const { t } = useTranslation('desk')
  const { clock } = useOpenDesk()
  const { path } = useRoute()
  const area = path.split('/')[1] ?? ''
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    main.current?.scrollTo({ top: 0 })
  }, [path])
  return (
    <div className="desk-frame">
      <TopLine lock={lock} skip={() => main.current?.focus()} />
      <SideNav area={area} />
      <main ref={main} id="main" tabIndex={0} aria-label={t('shell.main')}>
        <ServerProblem />
        <ClockWarning clock={clock} />
        <RestoreBanner />
        <Suspense fallback={<Loading />}>
          <Area path={path} />
        </Suspense>
      </main>
    </div>
  )
}
