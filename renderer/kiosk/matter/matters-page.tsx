import { useTranslation } from 'react-i18next'
import type { PublicMatterRow } from '../../../server/matter/public-matter-views.ts'
import { Phrased } from '../../shared/phrased.tsx'
import { civilDate } from '../frame/format.ts'
import { Go } from '../frame/go.tsx'
import { Label } from '../frame/label.tsx'
import '../list/lists.css'
import './matter.css'
import { useMatters } from './matter-queries.ts'
import { MoreButton } from '../frame/more-button.tsx'
import { PageState } from '../frame/page-state.tsx'
import { useLanguage } from '../frame/use-language.ts'

function MatterLine({ matter }: { matter: PublicMatterRow }) {
  const { t } = useTranslation(['kiosk', 'terms'])
  const language = useLanguage()
  const { state, closesOn } = matter
  return (
    <li className="row">
      <Go to={{ page: 'matter', matter: matter.id }} className="list-link">
        <span className="list-name" lang="zh-Hans">
          <Phrased text={matter.title} />
        </span>
        <span className="list-facts">
          <span className={`matter-state matter-${state}`}>
            {state === 'OPEN' && closesOn !== null
              ? t('kiosk:matters.openUntil', { date: civilDate(closesOn, language) })
              : t(`kiosk:matters.state.${state}`)}
          </span>
          <span>{t(`terms:matterKind.${matter.kind}`)}</span>
          <span lang="zh-Hans">{matter.unit}</span>
        </span>
      </Go>
    </li>
  )
}

/** Every matter that has something on the board, what is open to opinions first. */
export function MattersPage() {
  const { t } = useTranslation('kiosk')
  const asked = useMatters()
  return (
    <PageState asked={asked} data={asked.data}>
      {({ pages }) => {
        const matters = pages.flatMap((page) => page.matters)
        return (
          <div className="inner">
            <h1 className="title" tabIndex={-1}>
              <Label>{t('matters.title')}</Label>
            </h1>
            {matters.length === 0 ? (
              <p className="sheet empty">{t('matters.empty')}</p>
            ) : (
              <>
                <div className="sheet">
                  <ul className="rows">
                    {matters.map((matter) => (
                      <MatterLine key={matter.id} matter={matter} />
                    ))}
                  </ul>
                </div>
                {pages[0]?.next && (
                  <MoreButton
                    shown={matters.length}
                    total={pages[0].total}
                    hasMore={asked.hasNextPage}
                    isLoading={asked.isFetchingNextPage}
                    onMore={() => void asked.fetchNextPage()}
                  />
                )}
              </>
            )}
          </div>
        )
      }}
    </PageState>
  )
}
