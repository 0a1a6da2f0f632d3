import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeLanguage } from '../../../../domain/notice/language.ts'
import type { PrintSubject } from '../../../../server/display/print/views.ts'
import type { SheetData } from '../../../../server/display/views.ts'
import { api, taken } from '../../../shared/api.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import type { PrintOrder } from '../../api/print-api.ts'
import { EmptyState } from '../../../shared/desk/empty-state.tsx'
import { Loading } from '../../../shared/desk/loading.tsx'
import type { SheetToPrint } from '../sheet-to-print.ts'
import { LayoutChoice } from './layout-choice.tsx'
import { TemplateChoice } from './template-choice.tsx'
import { useCandidates } from './use-candidates.ts'

function useLanguages(subject: PrintSubject): readonly NoticeLanguage[] {
  const hash = subject.kind === 'EDITION' ? subject.hash : ''
  const sheet = useQuery({
    queryKey: ['edition', hash],
    queryFn: ({ signal }): Promise<SheetData> =>
      taken(api.public.editions[':hash'].sheet.$get({ param: { hash } }, { init: { signal } })),
    enabled: hash !== '',
    staleTime: Infinity,
  })
  return (sheet.data?.content.texts ?? []).map(({ language }) => language)
}

type Props = {
  readonly sheet: SheetToPrint
  /** What was made last, when somebody comes back to choose again. */
  readonly before: PrintOrder | null
  readonly busy: boolean
  readonly error: unknown
  readonly make: (order: PrintOrder) => void
}

/** How the sheet is to look: its template, and which languages. */
export function ChooseStep({ sheet, before, busy, error, make }: Props) {
  const { t } = useTranslation(['print', 'desk'])
  const { candidates, error: noTemplates, again } = useCandidates(sheet)
  const languages = useLanguages(sheet.subject)
  const [picked, setPicked] = useState<string | null>(before?.templateId ?? sheet.templateId)
  const [all, setAll] = useState(false)
  const [subject, setSubject] = useState<PrintSubject>(before?.subject ?? sheet.subject)
  if (candidates === undefined) {
    if (noTemplates === null) return <Loading />
    return (
      <div className="empty">
        <RefusalMessage error={noTemplates} />
        <Button onClick={again}>{t('desk:common.retry')}</Button>
      </div>
    )
  }
  const chosen =
    candidates.find(({ template }) => template.id === picked) ??
    candidates.find(({ suggested }) => suggested) ??
    candidates[0]
  const shown = candidates.filter((one) => all || one.offered || one === chosen)
  if (chosen === undefined) return <EmptyState title={t('print:choose.none')} />
  return (
    <div className="pr-choose">
      <TemplateChoice candidates={shown} chosen={chosen.template.id} choose={setPicked} />
      {shown.length < candidates.length && (
        <Button className="pr-others" onClick={() => setAll(true)}>
          {t('print:choose.others', { number: candidates.length - shown.length })}
        </Button>
      )}
      {subject.kind === 'EDITION' && (
        <LayoutChoice
          languages={languages}
          layout={subject.layout}
          choose={(layout) => setSubject({ ...subject, layout })}
        />
      )}
      <RefusalMessage error={error} />
      <div className="pr-bar">
        <Button
          type="primary"
          loading={busy}
          onClick={() => make({ subject, templateId: chosen.template.id })}
        >
          {t('print:choose.make')}
        </Button>
        <span className="sub">{t('print:choose.makeHint')}</span>
      </div>
    </div>
  )
}
