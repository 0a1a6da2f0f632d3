import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useHome } from '../frame/board-queries.ts'
import { Go } from '../frame/go.tsx'
import { firstGroups } from '../home/group-order.ts'
import { GroupTile } from '../home/group-tile.tsx'
import { shorterWords } from './shorter-words.ts'

/** Nothing found is not the end: shorter words, the groups, and whom to ask. */
export function NothingFound(props: { query: string; alsoCalled: ReactNode }) {
  const { t } = useTranslation('kiosk')
  const home = useHome().data?.home
  const words = shorterWords(props.query)
  return (
    <>
      <div role="status">
        <h1 className="title" tabIndex={-1}>
          {t('search.nothing', { query: props.query })}
        </h1>
      </div>
      {props.alsoCalled}
      {words.length > 0 ? (
        <section className="group-section">
          <h2 className="subtitle">{t('search.tryShorter')}</h2>
          <ul className="words">
            {words.map((word) => (
              <li key={word}>
                <Go to={{ page: 'search', query: word }} className="button">
                  <span lang="zh-Hans">{word}</span>
                </Go>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {home && home.groups.length > 0 ? (
        <section className="group-section">
          <h2 className="subtitle">{t('search.tryGroups')}</h2>
          <ul className="tiles">
            {firstGroups(home.groups, 6).map((group) => (
              <GroupTile key={group.id} group={group} />
            ))}
          </ul>
        </section>
      ) : null}
      {home && home.office.telephone !== '' ? (
        <p className="hint">{t('search.askWindow', { telephone: home.office.telephone })}</p>
      ) : null}
    </>
  )
}
