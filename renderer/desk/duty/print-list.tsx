import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { refusalText } from '../../shared/ui/refusal-message.tsx'
import { getDutyListPdf, getDutyListSheet, type DutyScope } from '../api/duty-api.ts'
import { offerFile } from '../../shared/desk/offer-file.ts'
import type { Span } from './span.ts'

type Props = { readonly span: Span; readonly scope: DutyScope; readonly name: string }

/** The list of the span on paper, or as a workbook for the county; making it takes some seconds on a weak PC. */
export function PrintList({ span, scope, name }: Props) {
  const { t, i18n } = useTranslation('duty')
  const { message } = App.useApp()
  const query = { ...scope, from: span.from, to: span.to }
  const onError = (error: unknown) => void message.error(refusalText(i18n, error), 8)
  const print = useMutation({
    mutationFn: () => getDutyListPdf(query),
    onSuccess: (pdf) => offerFile(pdf, `${t('print.fileName', { span: name })}.pdf`),
    onError,
  })
  const write = useMutation({
    mutationFn: () => getDutyListSheet(query),
    onSuccess: (sheet) => offerFile(sheet, `${t('print.sheetName', { span: name })}.xlsx`),
    onError,
  })
  return (
    <>
      <Button loading={print.isPending} onClick={() => print.mutate()}>
        {print.isPending ? t('print.running') : t('print.button')}
      </Button>
      <Button loading={write.isPending} onClick={() => write.mutate()}>
        {write.isPending ? t('print.running') : t('print.sheet')}
      </Button>
    </>
  )
}
