import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterDetail } from '../../../server/matter/views.ts'
import { getMatterFile } from '../api/matter-api.ts'
import { href } from '../../shared/desk/route.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { ConsultationCard } from './consultation-card.tsx'
import { EntryMenu } from './entry-menu.tsx'
import { MatterForm } from './matter-form.tsx'
import { MATTERS_KEY } from './matter-keys.ts'
import { MatterNotices } from './matter-notices.tsx'
import { NextStep } from './next-step.tsx'
import { PathBar } from './path-bar.tsx'
import { PlanForm } from './plan-form.tsx'
import { Timeline } from './timeline.tsx'

function Facts({ matter }: { readonly matter: MatterDetail }) {
  const { t } = useTranslation('matter')
  const facts = [
    [t('facts.target'), matter.target],
    [t('facts.measures'), matter.measures],
    [t('facts.owner'), matter.owner],
  ] as const
  const told = facts.filter(([, text]) => text !== '')
  if (told.length === 0) return null
  return (
    <section className="card">
      <h2>{t('facts.title')}</h2>
      <dl className="mt-facts card-body">
        {told.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Matter({ matter }: { readonly matter: MatterDetail }) {
  const { t } = useTranslation(['matter', 'terms'])
  const [editing, setEditing] = useState(false)
  const [planning, setPlanning] = useState<string | null>(null)
  const planned = matter.consultations.find(({ id }) => id === planning) ?? null
  return (
    <>
      <PageHead title={matter.title} sub={`${t(`terms:matterKind.${matter.kind}`)} · ${matter.unit.name}`}>
        {matter.may.edit && (
          <>
            <Button onClick={() => setEditing(true)}>{t('matter:facts.edit')}</Button>
            <EntryMenu matter={matter} />
          </>
        )}
      </PageHead>
      <PathBar path={matter.path} />
      <NextStep matter={matter} plan={() => setPlanning('')} />
      <div className="mt-columns">
        <Timeline matter={matter} />
        <div>
          {matter.consultations.toReversed().map((consultation) => (
            <ConsultationCard
              key={consultation.id}
              matter={matter}
              consultation={consultation}
              replan={() => setPlanning(consultation.id)}
            />
          ))}
          <MatterNotices matter={matter} />
          <Facts matter={matter} />
        </div>
      </div>
      <Drawer
        open={editing}
        title={t('matter:facts.edit')}
        size={600}
        destroyOnHidden
        onClose={() => setEditing(false)}
      >
        <MatterForm matter={matter} done={() => setEditing(false)} />
      </Drawer>
      <Drawer
        open={planning !== null}
        title={t('matter:plan.title')}
        size={640}
        destroyOnHidden
        onClose={() => setPlanning(null)}
      >
        <PlanForm matter={matter} consultation={planned} done={() => setPlanning(null)} />
      </Drawer>
    </>
  )
}

/** One matter: how far it is, what comes next, everything that happened. */
export function MatterPage({ id }: { readonly id: string }) {
  const { t } = useTranslation('matter')
  const matter = useQuery({ queryKey: [...MATTERS_KEY, id], queryFn: () => getMatterFile(id) })
  return (
    <>
      <a className="back" href={href('/matters')}>
        {t('page.back')}
      </a>
      <QueryBody query={matter}>{(data) => <Matter matter={data} />}</QueryBody>
    </>
  )
}
