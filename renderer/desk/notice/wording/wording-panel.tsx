import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WordingFinding } from '../../../../domain/wording/wording-finding.ts'
import type { WordingReport } from '../../../../server/wording/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { type FindingGroup, groupFindings } from './group-findings.ts'

const SHOWN = 4

type Mend = {
  readonly can: (finding: WordingFinding) => boolean
  readonly run: (findings: readonly WordingFinding[]) => void
}

function FindingLine(props: {
  readonly finding: WordingFinding
  readonly jump: ((finding: WordingFinding) => void) | undefined
  readonly mend: Mend | undefined
}) {
  const { t } = useTranslation('wording')
  const { finding, jump, mend } = props
  const { before, text, after, suggestion, note } = finding
  return (
    <li className="nt-hit">
      <div className="nt-hit-where">
        <span className="nt-hit-text">
          {before}
          <mark className={`wd-mark wd-${finding.severity.toLowerCase()}`}>{text}</mark>
          {after}
        </span>
        {suggestion === null ? null : (
          <span>{suggestion === '' ? t('panel.delete') : t('panel.suggest', { text: suggestion })}</span>
        )}
        {note === '' ? null : <span className="nt-soft">{note}</span>}
      </div>
      {jump ? (
        <Button size="small" onClick={() => jump(finding)}>
          {t('panel.jump')}
        </Button>
      ) : null}
      {mend?.can(finding) ? (
        <Button size="small" onClick={() => mend.run([finding])}>
          {t('panel.mend')}
        </Button>
      ) : null}
    </li>
  )
}

function Group(props: {
  readonly group: FindingGroup
  readonly jump: ((finding: WordingFinding) => void) | undefined
  readonly mend: Mend | undefined
}) {
  const { t } = useTranslation('wording')
  const { group, jump, mend } = props
  const [open, setOpen] = useState(false)
  const { rule, severity, findings } = group
  const shown = open ? findings : findings.slice(0, SHOWN)
  const mendable = mend ? findings.filter(mend.can) : []
  return (
    <section className={severity === 'FIX' ? 'nt-hits nt-hits-warn' : 'nt-hits'}>
      <h3>{t('panel.ruleCount', { rule: t(`rule.${rule}.name`), count: findings.length })}</h3>
      <p className="nt-soft wd-why">{t(`rule.${rule}.why`)}</p>
      <ul>
        {shown.map((finding) => (
          <FindingLine key={finding.id} finding={finding} jump={jump} mend={mend} />
        ))}
      </ul>
      <div className="wd-actions">
        {findings.length > SHOWN ? (
          <Button size="small" type="link" onClick={() => setOpen(!open)}>
            {open ? t('panel.fewer') : t('panel.more', { count: findings.length - SHOWN })}
          </Button>
        ) : null}
        {severity === 'FIX' && mendable.length > 1 ? (
          <Button size="small" onClick={() => mend?.run(mendable)}>
            {t('panel.mendAll', { count: mendable.length })}
          </Button>
        ) : null}
      </div>
    </section>
  )
}

/** What the wording check found. Hints only: nothing here stands in the way of handing in. */
export function WordingPanel(props: {
  readonly wording: UseQueryResult<WordingReport>
  /** True while the answer is about an older text than the one on the screen. */
  readonly behind: boolean
  readonly shows?: (finding: WordingFinding) => boolean
  readonly jump?: (finding: WordingFinding) => void
  readonly mend?: Mend
}) {
  const { t } = useTranslation(['wording', 'terms', 'notice'])
  const report = props.wording.data
  if (!report) {
    return props.wording.error ? (
      <>
        <RefusalMessage error={props.wording.error} />
        <Button onClick={() => void props.wording.refetch()}>{t('notice:retry')}</Button>
      </>
    ) : (
      <p className="nt-soft">{t('wording:panel.checking')}</p>
    )
  }
  const findings = report.findings.filter((finding) => props.shows?.(finding) ?? true)
  const wrong = findings.filter(({ severity }) => severity === 'FIX').length
  const doubtful = findings.length - wrong
  return (
    <div className="nt-gate" aria-busy={props.behind}>
      <p className="nt-gate-sum">
        {findings.length === 0
          ? t('wording:panel.nothing')
          : [
              wrong > 0 ? t('wording:panel.wrong', { count: wrong }) : '',
              doubtful > 0 ? t('wording:panel.doubtful', { count: doubtful }) : '',
            ]
              .filter(Boolean)
              .join(t('notice:listComma'))}
        {props.behind ? <span className="nt-soft">{t('notice:gate.behind')}</span> : null}
      </p>
      <p className="nt-soft">{t('wording:panel.hint')}</p>
      {groupFindings(findings).map((group) => (
        <Group key={`${group.severity} ${group.rule}`} group={group} jump={props.jump} mend={props.mend} />
      ))}
    </div>
  )
}
