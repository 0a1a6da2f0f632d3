import { useTranslation } from 'react-i18next'
import type { CatalogueImport } from '../api/catalogue-api.ts'

/** What an import took in, and each place of the file that it did not understand. */
export function ImportResult({ result }: { readonly result: CatalogueImport }) {
  const { t } = useTranslation('desk')
  const items = result.catalogues.reduce((sum, catalogue) => sum + catalogue.itemCount, 0)
  return (
    <section className="card import-result" role="status">
      <h2>
        {t('catalogue.imported', { count: result.catalogues.length, items })}
        <span className="soft">
          {result.notes.length === 0
            ? t('catalogue.allUnderstood')
            : t('catalogue.notes', { count: result.notes.length })}
        </span>
      </h2>
      {result.notes.length > 0 && (
        <div className="import-notes">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('catalogue.noteSheet')}</th>
                <th scope="col" className="number">
                  {t('catalogue.noteRow')}
                </th>
                <th scope="col">{t('catalogue.noteWhat')}</th>
                <th scope="col">{t('catalogue.noteText')}</th>
              </tr>
            </thead>
            <tbody>
              {result.notes.map((note, index) => (
                <tr key={index}>
                  <td>{note.sheet}</td>
                  <td className="number">{note.row}</td>
                  <td className="nowrap">{t(`catalogue.noteCode.${note.code}`)}</td>
                  <td className="soft breakable">{note.text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
