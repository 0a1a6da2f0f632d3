import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ScreenView } from '../../../server/signage/views.ts'
import { getScreens, SCREEN_LIST_KEY } from '../api/screen-api.ts'
import { href } from '../../shared/desk/route.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { LayoutPicture } from './layout-picture.tsx'
import { useWindowWords } from './use-window-words.ts'

function Line({ view }: { readonly view: ScreenView }) {
  const { t } = useTranslation(['screen', 'terms'])
  const { screen } = view
  const { windowsText } = useWindowWords()
  const { pixelWidth, pixelHeight } = screen.geometry
  const columns = [...new Set(Object.values(view.columnNames))]
  return (
    <tr>
      <td>
        <LayoutPicture screen={screen} height={44} />
      </td>
      <td className="sc-name">
        <a className="strong" href={href(`/screens/${encodeURIComponent(screen.id)}`)}>
          {screen.name}
        </a>
        <p className="sub">{[screen.place, view.unitName].filter((part) => part !== '').join('　')}</p>
      </td>
      <td className="nowrap">
        {pixelWidth} × {pixelHeight}
        <p className="sub">{t(`terms:screenLayout.${screen.layout}`)}</p>
      </td>
      <td>
        {columns.length === 0 ? (
          <span className="bad">{t('screen:list.noColumns')}</span>
        ) : (
          columns.join('、')
        )}
      </td>
      <td>
        {screen.openingHours.length === 0 ? t('screen:window.always') : windowsText(screen.openingHours)}
      </td>
      <td className="end nowrap">
        <a href={href(`/screens/${encodeURIComponent(screen.id)}/rehearsal`)}>{t('screen:tab.rehearsal')}</a>
      </td>
    </tr>
  )
}

/** The register of passive screens. */
export function ScreensPage() {
  const { t } = useTranslation('screen')
  const query = useQuery({ queryKey: SCREEN_LIST_KEY, queryFn: ({ signal }) => getScreens(signal) })
  const add = (
    <a className="button-link" href={href('/screens/new')}>
      {t('list.add')}
    </a>
  )
  return (
    <>
      <PageHead title={t('list.title')} sub={t('list.sub')}>
        {query.data?.mayChange && query.data.screens.length > 0 ? add : null}
      </PageHead>
      <QueryBody query={query}>
        {({ screens, mayChange }) =>
          screens.length === 0 ? (
            <EmptyState title={t('list.none')}>
              <p className="sub">{t(mayChange ? 'list.noneAdd' : 'list.noneAsk')}</p>
              {mayChange ? <p className="sc-gap">{add}</p> : null}
            </EmptyState>
          ) : (
            <section className="card sc-scroll">
              <table className="plain sc-list">
                <thead>
                  <tr>
                    <th>
                      <span className="hidden-text">{t('list.picture')}</span>
                    </th>
                    <th>{t('list.screen')}</th>
                    <th>{t('list.size')}</th>
                    <th>{t('list.columns')}</th>
                    <th>{t('list.hours')}</th>
                    <th>
                      <span className="hidden-text">{t('list.acts')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {screens.map((view) => (
                    <Line key={view.screen.id} view={view} />
                  ))}
                </tbody>
              </table>
            </section>
          )
        }
      </QueryBody>
    </>
  )
}
