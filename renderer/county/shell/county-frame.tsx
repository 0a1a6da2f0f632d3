import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OfficeTotals } from '../../../county/web/office/views.ts'
import { type AreaGroup, AreaLinks } from '../../shared/desk/area-links.tsx'
import { Frame } from '../../shared/desk/frame.tsx'
import { useRoute } from '../../shared/desk/route.ts'
import { PersonMenu } from '../../shared/desk/session/person-menu.tsx'
import { ServerProblem } from '../../shared/desk/session/server-problem.tsx'
import { ask } from '../county-api.ts'
import { Area } from './area.tsx'
import { useHasRole, useOpenCounty } from './session-context.ts'

const START = '/offices'

function SideNav({ area }: { readonly area: string }) {
  const { t } = useTranslation('county')
  const totals = useQuery({
    queryKey: ['office-totals'],
    queryFn: ({ signal }) => ask<OfficeTotals>('office-totals', {}, signal),
    refetchInterval: 60_000,
  }).data
  // An administrator confirms cards that replace a key.
  const takesIn = useHasRole('COLLECTOR', 'ADMINISTRATOR')
  const some = (count: number | undefined) => (count ? String(count) : undefined)
  const groups: readonly AreaGroup[] = [
    {
      title: null,
      entries: [
        { area: 'offices', label: t('nav.offices'), count: some(totals?.gaps) },
        ...(takesIn ? [{ area: 'take-in', label: t('nav.takeIn') }] : []),
        { area: 'rejections', label: t('nav.rejections'), count: some(totals?.rejected) },
        { area: 'send-down', label: t('nav.sendDown') },
      ],
    },
    {
      title: t('nav.look'),
      entries: [
        { area: 'timeliness', label: t('nav.timeliness') },
        { area: 'search', label: t('nav.search') },
      ],
    },
    {
      title: t('nav.program'),
      entries: [
        { area: 'people', label: t('nav.people') },
        { area: 'record', label: t('nav.record') },
        { area: 'settings', label: t('nav.settings') },
      ],
    },
  ]
  return <AreaLinks groups={groups} area={area} />
}

/** Top line, navigation, and the page of the present path. */
export function CountyFrame({ lock }: { readonly lock: () => void }) {
  const { county, session, people } = useOpenCounty()
  const { path } = useRoute(START)
  return (
    <Frame
      path={path}
      home={START}
      place={county.name}
      tools={
        <div className="top-state">
          <PersonMenu session={session} people={people} lock={lock} />
        </div>
      }
      nav={<SideNav area={path.split('/')[1] ?? ''} />}
    >
      <ServerProblem />
      <Area path={path} />
    </Frame>
  )
}
