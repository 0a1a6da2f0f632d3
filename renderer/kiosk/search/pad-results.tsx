import { useTranslation } from 'react-i18next'
import type { InitialsAnswer } from '../../../server/display/initials-view.ts'
import type { SearchAnswer } from '../../../server/display/views.ts'
import { useSearch } from '../frame/board-queries.ts'
import { Go } from '../frame/go.tsx'
import { PageState } from '../frame/page-state.tsx'
import { useStanding } from '../frame/use-standing.ts'
import { NoticeRow } from '../home/notice-rows.tsx'
import { AlsoCalled } from './also-called.tsx'
import { Marked } from './marked.tsx'
import { NothingTypedFound } from './nothing-typed-found.tsx'
import { useKeys } from './pad-queries.ts'

/** After an upgrade: what the keys fit may hang here all the same. */
function StillRead() {
  const { t } = useTranslation('kiosk')
  return <p className="pad-more">{t('pad.incomplete')}</p>
}

function Found(props: {
  /** The keys these answer, where they answer keys: a late answer to fewer is told from the one that is waited for. */
  answers?: string
  items: readonly (InitialsAnswer['items'] | SearchAnswer['items'])[number][]
  more: boolean
  incomplete: boolean
}) {
  const { t } = useTranslation('kiosk')
  return (
    <div className="sheet" data-answers={props.answers}>
      <ol className="rows pad-rows">
        {props.items.map((row) => (
          <NoticeRow
            key={row.indexNumber}
            row={row}
            title={row.titleParts.length > 0 ? <Marked parts={row.titleParts} /> : null}
            excerpt={
              'numberParts' in row && row.numberParts.length > 0 ? (
                <span className="row-excerpt">
                  <Marked parts={row.numberParts} />
                </span>
              ) : null
            }
          />
        ))}
      </ol>
      {props.more ? <p className="pad-more">{t('pad.more')}</p> : null}
      {props.incomplete ? <StillRead /> : null}
    </div>
  )
}

/** What pressed keys find, while they are pressed. */
export function KeysFound(props: { keys: string; onPress: (key: string) => void }) {
  const asked = useKeys(props.keys)
  const standing = useStanding()
  const { data } = asked
  return (
    <PageState asked={asked} data={data}>
      {({ keys, more, incomplete, ...answer }) => {
        const items = standing(answer.items)
        if (items.length > 0) {
          return <Found answers={keys} items={items} more={more} incomplete={incomplete} />
        }
        return keys === props.keys ? (
          <>
            {incomplete ? <StillRead /> : null}
            <NothingTypedFound typed={keys} onPress={props.onPress} />
          </>
        ) : null
      }}
    </PageState>
  )
}

/** What words find; the search of the whole text is one touch further. */
export function WordsFound(props: { words: string; onPress: (key: string) => void }) {
  const { t } = useTranslation('kiosk')
  const asked = useSearch(props.words)
  const standing = useStanding()
  return (
    <PageState asked={asked} data={asked.data}>
      {({ pages: [first] }) => {
        const items = standing(first?.items ?? [])
        return first === undefined || (items.length === 0 && first.next === null) ? (
          <>
            <AlsoCalled words={first?.alsoCalled ?? []} />
            <NothingTypedFound typed={props.words} onPress={props.onPress} />
          </>
        ) : (
          <>
            <AlsoCalled words={first.alsoCalled ?? []} />
            <Found items={items} more={false} incomplete={false} />
            {first.next === null ? null : (
              <p className="pad-whole">
                <Go to={{ page: 'search', query: props.words }} className="button">
                  {t('pad.all', { number: first.total })}
                </Go>
              </p>
            )}
          </>
        )
      }}
    </PageState>
  )
}
