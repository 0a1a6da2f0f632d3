import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TemplateView } from '../../../server/catalogue/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { listTemplates, loadTemplate } from '../api/catalogue-api.ts'
import { navigate } from '../../shared/desk/route.ts'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { CATALOGUES_KEY } from './catalogue-keys.ts'

/** The lists that the program brings, with where each comes from; loading one makes a draft. */
export function TemplateDialog({ close }: { readonly close: () => void }) {
  const { t } = useTranslation(['catalogue', 'desk', 'terms'])
  const { message } = App.useApp()
  const queries = useQueryClient()
  const templates = useQuery({ queryKey: ['catalogue-templates'], queryFn: listTemplates })
  const load = useMutation({
    mutationFn: (template: TemplateView) => loadTemplate(template.id),
    onSuccess: async ({ outcomes }) => {
      await queries.invalidateQueries({ queryKey: CATALOGUES_KEY })
      const words = outcomes.map(({ outcome, name, items }) =>
        t(`catalogue:import.outcome.${outcome}`, { name, count: items }),
      )
      void message.success(words.join(t('catalogue:words.semicolon')), 6)
      const only = outcomes.length === 1 ? outcomes[0] : undefined
      if (only !== undefined) navigate(`/catalogue/${encodeURIComponent(only.catalogueId)}?version=newest`)
      close()
    },
  })
  return (
    <Modal open width={760} title={t('catalogue:template.title')} footer={null} onCancel={close}>
      <p className="soft">{t('catalogue:template.meaning')}</p>
      <RefusalMessage error={load.error} />
      {load.error !== null && <p className="soft">{t('catalogue:import.nothingChanged')}</p>}
      <QueryBody query={templates}>
        {(list) => (
          <ul className="templates">
            {list.map((template) => (
              <li key={template.id}>
                <div>
                  <p>
                    <span className="pill">{t(`terms:regime.${template.regime}`)}</span>{' '}
                    <b>{template.name}</b>{' '}
                    <span className="soft">
                      {t('catalogue:template.items', { count: template.itemCount })}
                    </span>
                  </p>
                  <p className="hint">{template.source}</p>
                </div>
                <Button
                  loading={load.isPending && load.variables.id === template.id}
                  disabled={load.isPending}
                  aria-label={t('catalogue:template.loadOf', { name: template.name })}
                  onClick={() => load.mutate(template)}
                >
                  {t('catalogue:template.loadOne')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </QueryBody>
    </Modal>
  )
}
