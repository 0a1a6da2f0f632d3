import { useTranslation } from 'react-i18next'
import { useHome } from '../frame/board-queries.ts'
import { Go } from '../frame/go.tsx'

/** Nothing fits the keys: one fewer, characters instead, the whole list, or somebody to ask. */
export function NothingTypedFound(props: { typed: string; onPress: (key: string) => void }) {
  const { t } = useTranslation('kiosk')
  const telephone = useHome().data?.home.office.telephone ?? ''
  return (
    <section className="pad-nothing">
      <p role="status">
        <b>{t('pad.nothing', { typed: props.typed.toUpperCase() })}</b>
      </p>
      <p>{t('pad.nothingHelp')}</p>
      <ul className="words">
        <li>
          <button type="button" className="button" onClick={() => props.onPress('{bksp}')}>
            {t('pad.oneFewer')}
          </button>
        </li>
        <li>
          <button type="button" className="button" onClick={() => props.onPress('{han}')}>
            {t('pad.useHan')}
          </button>
        </li>
        <li>
          <Go to={{ page: 'groups' }} className="button">
            {t('search.tryGroups')}
          </Go>
        </li>
      </ul>
      {telephone === '' ? null : <p className="hint">{t('search.askWindow', { telephone })}</p>}
    </section>
  )
}
