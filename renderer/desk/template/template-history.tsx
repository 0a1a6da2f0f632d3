import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TemplateVersionView } from '../../../server/display/template/views.ts'
import { getTemplateVersions, templateVersionsKey } from '../api/template-api.ts'
import { QueryBody } from '../../shared/desk/query-body.tsx'

/** Every version of a template of the office; a former one can be loaded into the fields, and saved as the next. */
export function TemplateHistory(props: {
  readonly id: string
  readonly current: number
  readonly load: ((version: TemplateVersionView) => void) | null
}) {
  const { t } = useTranslation('template')
  const { id, current, load } = props
  const query = useQuery({ queryKey: templateVersionsKey(id), queryFn: () => getTemplateVersions(id) })
  return (
    <section className="tp-group" aria-labelledby="tp-history">
      <div className="tp-group-head">
        <h2 id="tp-history">{t('history.title')}</h2>
      </div>
      <QueryBody query={query}>
        {(versions) => (
          <ul className="tp-history">
            {versions.map((version) => (
              <li key={version.number}>
                <span>
                  {t('history.line', {
                    number: version.number,
                    name: version.by,
                    date: version.at.slice(0, 10),
                  })}
                </span>
                {version.number === current ? (
                  <span className="pill">{t('history.current')}</span>
                ) : load === null ? null : (
                  <Button
                    size="small"
                    type="link"
                    aria-label={t('history.loadOf', { number: version.number })}
                    onClick={() => load(version)}
                  >
                    {t('history.load')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryBody>
    </section>
  )
}
