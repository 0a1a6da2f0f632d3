import { useTranslation } from 'react-i18next'
import type { PublicListRow } from '../../../server/register/views.ts'
import { Phrased } from '../../shared/phrased.tsx'
import { civilDate } from '../frame/format.ts'
import { Go } from '../frame/go.tsx'
import { Label } from '../frame/label.tsx'
import { useLists } from './list-queries.ts'
import './lists.css'
import { PageState } from '../frame/page-state.tsx'
import { useLanguage } from '../frame/use-language.ts'

function ListLine({ list }: { list: PublicListRow }) {
  const { t } = useTranslation('kiosk')
  const language = useLanguage()
  return (
    <li className="row">
      <Go to={{ page: 'list', list: list.id }} className="list-link">
        <span className="list-name" lang="zh-Hans">
          <Phrased text={list.name} />
        </span>
        <span className="list-facts">
          <span lang="zh-Hans">{list.unit}</span>
          <span>{t('lists.rows', { number: list.rowCount })}</span>
          <span>{t('lists.changedOn', { date: civilDate(list.changedOn, language) })}</span>
        </span>
      </Go>
    </li>
  )
}

/** Every official list. */
export function ListsPage() {
  const { t } = useTranslation('kiosk')
  const asked = useLists()
  return (
    <PageState asked={asked} data={asked.data}>
      {({ lists }) => (
        <div className="inner">
          <h1 className="title" tabIndex={-1}>
            <Label>{t('lists.title')}</Label>
          </h1>
          {lists.length === 0 ? (
            <p className="sheet empty">{t('lists.empty')}</p>
          ) : (
            <div className="sheet">
              <ul className="rows">
                {lists.map((list) => (
                  <ListLine key={list.id} list={list} />
                ))}
              </ul>
            </div>
          )}
        </div>
      )}
    </PageState>
  )
}
