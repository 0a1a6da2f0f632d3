import { Suspense } from 'react'
import { Frame } from '../../shared/desk/frame.tsx'
import { Loading } from '../../shared/desk/loading.tsx'
import { useRoute } from '../../shared/desk/route.ts'
import { ServerProblem } from '../../shared/desk/session/server-problem.tsx'
import { RestoreBanner } from '../office/restore-banner.tsx'
import { Area } from './area.tsx'
import { ClockWarning } from './clock-state.tsx'
import { useOpenDesk } from './session-context.ts'
import { SideNav } from './side-nav.tsx'
import { TopTools } from './top-tools.tsx'

/** The frame of the desk, and the screen of the present path. */
export function DeskFrame({ lock }: { readonly lock: () => void }) {
  const { clock, office } = useOpenDesk()
  const { path } = useRoute()
  return (
    <Frame
      path={path}
      home="/today"
      place={office.name}
      tools={<TopTools lock={lock} />}
      nav={<SideNav area={path.split('/')[1] ?? ''} />}
    >
      <ServerProblem />
      <ClockWarning clock={clock} />
      <RestoreBanner />
      <Suspense fallback={<Loading />}>
        <Area path={path} />
      </Suspense>
    </Frame>
  )
}
