import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { namingColumn, rowName } from '../../../domain/register/naming-column.ts'
import type { PublicList } from '../../../server/register/views.ts'
import { Phrased } from '../../shared/phrased.tsx'
import { civilDate } from '../frame/format.ts'
import { ListLog } from './list-log.tsx'
import { useList } from './list-queries.ts'
import './lists.css'
import { MoreButton } from '../frame/more-button.tsx'
import { PageState } from '../frame/page-state.tsx'
import { useLanguage } from '../frame/use-language.ts'

// A glass full and a bit: long lists come in pieces, so that a weak kiosk does not draw thousands of rows at once.
const PIECE = 20

/** A row as a card: what names it, then each text under its heading. A wide table could not be read standing. */
function Entry(props: { columns: readonly string[]; texts: readonly string[]; number: number }) {
  const { columns, texts, number } = props
  const named = namingColumn(columns)
  return (
    <li className="entry">
      <h2 className="entry-name" lang="zh-Hans">
        <span className="entry-number">{number}</span> {rowName(columns, texts)}
      </h2>
      <dl className="entry-facts" lang="zh-Hans">
        {texts.map((text, index) =>
          text === '' || index === named ? null : (
            <div key={index}>
              <dt>{columns[index]}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
    </li>
  )
}

function Entries({ list }: { list: PublicList }) {
  const { t } = useTranslation('kiosk')
  const [shown, setShown] = useState(PIECE)
  if (list.rows.length === 0) return <p className="sheet empty">{t('lists.noRows')}</p>
  return (
    <>
      <ol className="sheet entries">
        {list.rows.slice(0, shown).map((row, index) => (
          <Entry key={row.id} columns={list.columns} texts={row.texts} number={index + 1} />
        ))}
      </ol>
      {list.rows.length > PIECE ? (
        <MoreButton
          shown={Math.min(shown, list.rows.length)}
          total={list.rows.length}
          hasMore={shown < list.rows.length}
          isLoading={false}
          onMore={() => setShown((count) => count + PIECE)}
        />
      ) : null}
    </>
  )
}

/** One official list as of today, and below it what has been changed in it and why. */
export function ListPage(props: { list: string }) {
  const { t } = useTranslation('kiosk')
  const language = useLanguage()
  const asked = useList(props.list)
  return (
    <PageState asked={asked} data={asked.data}>
      {(list) => (
        <div className="inner">
          <h1 className="title phrased" tabIndex={-1} lang="zh-Hans">
            <Phrased text={list.name} />
          </h1>
          <p className="list-facts">
            <span lang="zh-Hans">{list.unit}</span>
            <span>{t('lists.asOf', { date: civilDate(list.asOf, language), number: list.rowCount })}</span>
          </p>
          <Entries list={list} />
          <ListLog list={list} />
        </div>
      )}
    </PageState>
  )
}
