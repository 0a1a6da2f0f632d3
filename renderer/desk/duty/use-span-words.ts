import { useTranslation } from 'react-i18next'
import { periodWords } from '../../shared/duty/duty-name.ts'
import type { Span, SpanKind } from './span.ts'

/** Names a span with its year: 2026年11月, 2026年第四季度. */
export function useSpanWords(): (kind: SpanKind, span: Span) => string {
  const { t } = useTranslation(['duty', 'terms'])
  return (kind, span) => {
    const first = span.months[0] ?? span.from
    const quarter = Math.floor((Number(first.slice(5, 7)) - 1) / 3) + 1
    return periodWords(kind === 'month' ? first.slice(0, 7) : `${first.slice(0, 4)}-Q${quarter}`, '', t)
  }
}
