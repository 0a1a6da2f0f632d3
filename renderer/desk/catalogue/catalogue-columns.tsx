import { useTranslation } from 'react-i18next'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'

type HeadsProps = {
  readonly extra: readonly string[]
  /** Whether any row has something in a wide column; an empty one must not take a screen's width. */
  readonly filled: (name: 'contentElements' | 'legalBasis') => boolean
}

/** Headings of the standard columns, then those that only this file has. */
export function ItemHeads({ extra, filled }: HeadsProps) {
  const { t } = useTranslation('desk')
  return (
    <>
      <th scope="col" className="serial">
        {t('catalogue.column.serial')}
      </th>
      <th scope="col" className="matter">
        {t('catalogue.column.item')}
      </th>
      <th scope="col" className={filled('contentElements') ? 'long' : ''}>
        {t('catalogue.column.contentElements')}
      </th>
      <th scope="col" className={filled('legalBasis') ? 'long' : ''}>
        {t('catalogue.column.legalBasis')}
      </th>
      <th scope="col">{t('catalogue.column.deadlineText')}</th>
      <th scope="col">{t('catalogue.column.publishingUnit')}</th>
      <th scope="col" className="medium">
        {t('catalogue.column.channels')}
      </th>
      <th scope="col">{t('catalogue.column.audience')}</th>
      <th scope="col">{t('catalogue.column.disclosureMode')}</th>
      <th scope="col">{t('catalogue.column.levels')}</th>
      {extra.map((name) => (
        <th key={name} scope="col" className="medium">
          {name}
        </th>
      ))}
    </>
  )
}

function Text({ text }: { readonly text: string }) {
  return (
    <div className="clamp" title={text}>
      {text}
    </div>
  )
}

type CellsProps = { readonly item: CatalogueItem; readonly label: string; readonly extra: readonly string[] }

/** The cells of one row. Long texts are cut after some lines; the drawer has them whole. */
export function ItemCells({ item, label, extra }: CellsProps) {
  const { t } = useTranslation('desk')
  const comma = t('common.listComma')
  const audience = item.audience === 'UNSTATED' ? '' : t(`catalogue.audience.${item.audience}`)
  return (
    <>
      <td className="serial">{item.serial}</td>
      <th scope="row" className="matter">
        {label}
      </th>
      <td>
        <Text text={item.contentElements} />
      </td>
      <td>
        <Text text={item.legalBasis} />
      </td>
      <td>
        <Text text={item.deadlineText} />
      </td>
      <td>
        <Text text={item.publishingUnit} />
      </td>
      <td>
        <Text text={item.channels.join(comma)} />
      </td>
      <td>
        <Text text={[audience, item.audienceNote].filter(Boolean).join(comma)} />
      </td>
      <td>{item.disclosureMode === 'UNSTATED' ? '' : t(`catalogue.mode.${item.disclosureMode}`)}</td>
      <td>{item.levels.join(comma)}</td>
      {extra.map((name) => (
        <td key={name}>
          <Text text={item.extra[name] ?? ''} />
        </td>
      ))}
    </>
  )
}
