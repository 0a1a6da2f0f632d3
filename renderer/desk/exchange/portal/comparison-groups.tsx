import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedEntry, OwnEntry } from '../../../../domain/exchange/portal/comparison.ts'
import type { PortalComparisonView } from '../../../../server/exchange/portal/views.ts'
import { href } from '../../../shared/desk/route.ts'
import { emptySearch } from '../../../../domain/notice/desk-search.ts'
import { dayWords } from '../../notice/format.ts'
import { addressOfSearch } from '../../search/search-address.ts'

function Own({ own }: { readonly own: OwnEntry }) {
  const { t, i18n } = useTranslation('exchange')
  return (
    <>
      <a
        className="breakable"
        href={href(addressOfSearch({ ...emptySearch(), indexNumber: own.indexNumber }))}
      >
        {own.title ?? t('compare.noTitle')}
      </a>
      <p className="sub breakable">
        {own.indexNumber}　{dayWords(own.publishDate, i18n.language)}
        {own.documentNumber !== '' && `　${own.documentNumber}`}
        {own.state === 'WITHDRAWN' && `　${t('compare.withdrawn')}`}
      </p>
    </>
  )
}

function Listed({ listed }: { readonly listed: ListedEntry }) {
  const { t, i18n } = useTranslation('exchange')
  return (
    <>
      <span className="breakable">{listed.title ?? t('compare.noTitle')}</span>
      <p className="sub breakable">
        {[
          listed.indexNumber,
          listed.date === null ? null : dayWords(listed.date, i18n.language),
          listed.documentNumber,
          listed.sheet === ''
            ? t('compare.row', { row: listed.row })
            : t('compare.sheetRow', { sheet: listed.sheet, row: listed.row }),
          listed.withdrawn ? t('compare.withdrawn') : null,
        ]
          .filter((part) => part !== null && part !== '')
          .join('　')}
      </p>
    </>
  )
}

function Group(props: {
  readonly title: string
  readonly sub: string
  readonly rows: readonly ReactNode[]
  readonly open: boolean
}) {
  if (props.rows.length === 0) return null
  return (
    <details className="ex-group" open={props.open}>
      <summary>{props.title}</summary>
      <p className="sub">{props.sub}</p>
      <ul>
        {props.rows.map((row, index) => (
          <li key={index}>{row}</li>
        ))}
      </ul>
    </details>
  )
}

function Pair(props: {
  readonly own: ReactNode
  readonly listed: ListedEntry
  readonly why: readonly string[]
}) {
  const { t } = useTranslation('exchange')
  return (
    <div className="ex-pair">
      <div>
        <span className="sub">{t('compare.here')}</span>
        <div>{props.own}</div>
      </div>
      <div>
        <span className="sub">{t('compare.there')}</span>
        <div>
          <Listed listed={props.listed} />
        </div>
      </div>
      <p className="ex-why">{props.why.join('　')}</p>
    </div>
  )
}

/** The differences in their groups, each with the way to the notice. */
export function ComparisonGroups({ view }: { readonly view: PortalComparisonView }) {
  const { t } = useTranslation('exchange')
  const { onlyHere, onlyThere, different, uncertain, unreadable } = view
  const group = (name: 'onlyHere' | 'onlyThere' | 'different' | 'uncertain' | 'unreadable') => ({
    title: t(`compare.group.${name}`, { count: view.counts[name] }),
    sub: t(`compare.groupSub.${name}`),
  })
  return (
    <>
      <Group
        {...group('onlyHere')}
        open
        rows={onlyHere.map((own) => (
          <Own key={own.indexNumber} own={own} />
        ))}
      />
      <Group
        {...group('onlyThere')}
        open
        rows={onlyThere.map((listed) => (
          <Listed key={`${listed.sheet} ${listed.row}`} listed={listed} />
        ))}
      />
      <Group
        {...group('different')}
        open
        rows={different.map(({ own, listed, differences }) => (
          <Pair
            key={own.indexNumber}
            own={<Own own={own} />}
            listed={listed}
            why={differences.map((one) => t(`compare.difference.${one}`))}
          />
        ))}
      />
      <Group
        {...group('uncertain')}
        open={false}
        rows={uncertain.map(({ own, listed, reason }) => (
          <Pair
            key={`${listed.sheet} ${listed.row}`}
            own={own.map((one) => (
              <Own key={one.indexNumber} own={one} />
            ))}
            listed={listed}
            why={[t(`compare.uncertain.${reason}`)]}
          />
        ))}
      />
      <Group
        {...group('unreadable')}
        open={false}
        rows={unreadable.map(({ sheet, row, reason, text }) => (
          <div key={`${sheet} ${row}`}>
            <span className="breakable">{text}</span>
            <p className="sub">
              {sheet === '' ? t('compare.row', { row }) : t('compare.sheetRow', { sheet, row })}　
              {t(`compare.unreadable.${reason}`)}
            </p>
          </div>
        ))}
      />
    </>
  )
}
