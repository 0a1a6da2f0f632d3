import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Temporal } from 'temporal-polyfill'
import type { GateHit } from '../../../../domain/privacy/gate-hit.ts'
import type { GateReport, NoticeDetail } from '../../../../server/notice/views.ts'
import { RefusalError } from '../../../shared/request.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { useBeforeLeaving } from '../../shell/before-leaving.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { gateMarksKey } from '../editor/gate-marks.ts'
import { GatePanel } from '../gate/gate-panel.tsx'
import { useGate } from '../gate/use-gate.ts'
import { gateKey, noticeKey } from '../keys.ts'
import { attachmentBase, maskHits } from '../notice-api.ts'
import { DisplayPanel } from '../display/display-panel.tsx'
import { EditionsPanel } from '../published/editions-panel.tsx'
import { History } from '../published/history.tsx'
import { NoticeHead } from '../notice-head.tsx'
import { DifferenceDrawer } from '../review/difference-drawer.tsx'
import { jumpToRemark } from '../review/jump-to-remark.ts'
import { NextDraftBanner } from '../review/next-draft-banner.tsx'
import { RemarksToSettle } from '../review/remarks-to-settle.tsx'
import { LanguagePanel } from '../language/language-panel.tsx'
import { Panel } from '../panel.tsx'
import { PlacementPanel } from '../placement/placement-panel.tsx'
import { useDutyChoices } from '../placement/use-duty-choices.ts'
import { usePlacement } from '../placement/use-placement.ts'
import { TablePanel } from '../table/table-panel.tsx'
import { AttachmentsPanel } from './attachments-panel.tsx'
import { ChangePanel } from './change-panel.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { DiscardButton } from './discard-button.tsx'
import { DraftPaper } from './draft-paper.tsx'
import { ExpiryPanel } from './expiry-panel.tsx'
import { FieldsPanel } from './fields-panel.tsx'
import { jumpToField, jumpToHit } from './jump.ts'
import { MirrorOffer } from './mirror-offer.tsx'
import { missingParts } from './missing.ts'
import { Revisions } from './revisions.ts'
import { SaveLine } from './save-line.tsx'
import { SubmitButton } from './submit-button.tsx'
import { useDraft } from './use-draft.ts'
import { usePictures } from './use-pictures.ts'
import { WordImport } from './word-import.tsx'
import { DraftWording } from '../wording/draft-wording.tsx'

// Without the server or with the desk locked the next try helps; anything else the person has to mend.
function lasting(error: unknown): boolean {
  return error instanceof RefusalError && error.code !== 'request.offline' && !error.code.startsWith('trust.')
}

/** A draft at work: the sheet at the left, its particulars, files and privacy check at the right. */
export function DraftWork({ detail }: { readonly detail: NoticeDetail }) {
  const { t } = useTranslation(['notice', 'terms', 'language'])
  const { office, clock } = useOpenDesk()
  const queries = useQueryClient()
  const root = useRef<HTMLDivElement>(null)
  const [revisions] = useState(() => new Revisions(detail.draft.revision))
  const pictures = usePictures(detail.id, revisions)
  const draft = useDraft(detail, revisions, pictures.add)
  const { editor, state, flush } = draft
  const placing = usePlacement(detail, flush, revisions)
  const choices = useDutyChoices(detail.id, draft, placing)
  const { flush: flushPlacing } = placing
  const flushAll = useCallback(async () => (await flush()) && (await flushPlacing()), [flush, flushPlacing])
  const gate = useGate(detail.id, state.kind === 'SAVED' ? state.at : null)
  useBeforeLeaving(flushAll)
  const { into } = pictures
  useEffect(() => {
    into(editor)
  }, [editor, into])

  const settled = state.kind === 'SAVED'
  const hits = gate.data?.hits
  // Hits found in an older text would be marked in the wrong place; the next answer comes after the next save.
  const current = settled && gate.data?.revision === draft.revision()
  useEffect(() => {
    if (!current || !hits) return
    editor.view.dispatch(editor.state.tr.setMeta(gateMarksKey, hits).setMeta('addToHistory', false))
  }, [current, editor, hits])

  const mask = useMutation({
    mutationFn: async (chosen: readonly GateHit[]) => {
      await flush()
      return await maskHits(
        detail.id,
        chosen.map((hit) => hit.id),
      )
    },
    onSuccess: (answer) => {
      draft.adopt(answer.draft)
      queries.setQueryData<GateReport>(gateKey(detail.id), answer.gate)
      void queries.invalidateQueries({ queryKey: noticeKey(detail.id), exact: true })
    },
  })

  const today = Temporal.Instant.from(clock.now).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
  const content = draft.read()
  const belongs = {
    placement: placing.placement,
    view: placing.view,
    item: choices?.item ?? null,
    former: detail.editions.length > 0,
  }
  const missing = missingParts(content, gate.data, today, belongs)
  const jump = (hit: GateHit) => {
    jumpToHit(root.current, hit, editor)
  }
  const returned =
    detail.state === 'RETURNED'
      ? detail.submission?.decisions.find((one) => one.decision === 'RETURNED')
      : undefined
  return (
    <div
      ref={root}
      className="nt-work"
      onKeyDown={(event: KeyboardEvent) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
        event.preventDefault()
        void flushAll()
      }}
    >
      <NoticeHead detail={detail} line={<SaveLine state={state} />}>
        <WordImport id={detail.id} draft={draft} />
        <a
          className="nt-button"
          href={`/sheet/?notice=${encodeURIComponent(detail.id)}&of=draft`}
          target="_blank"
          rel="noopener"
        >
          {t('paperPreview')}
        </a>
        {detail.editions.length > 0 ? <DifferenceDrawer id={detail.id} flush={flushAll} /> : null}
        {detail.may.discard ? <DiscardButton id={detail.id} flush={flushAll} /> : null}
        {detail.may.submit ? (
          <SubmitButton
            id={detail.id}
            draft={draft}
            flush={flushAll}
            missing={(report) => missingParts(draft.read(), report, today, belongs)}
            jump={(part) => {
              jumpToField(root.current, part.field, editor)
            }}
          />
        ) : null}
      </NoticeHead>
      <NextDraftBanner detail={detail} />
      {returned ? (
        <p className="nt-banner nt-banner-bad" role="note">
          {t('returned', {
            name: returned.by.name,
            kind: t(`terms:decisionKind.${returned.kind}`),
            reason: returned.reason,
          })}
        </p>
      ) : null}
      {state.kind === 'RETRYING' && lasting(state.error) ? <RefusalMessage error={state.error} /> : null}
      <MirrorOffer id={detail.id} draft={draft} />
      <div className="nt-columns">
        <DraftPaper draft={draft} pictures={pictures} />
        <aside className="nt-side" aria-label={t('side')}>
          <RemarksToSettle
            detail={detail}
            jump={(remark) => {
              jumpToRemark(root.current, remark, editor)
            }}
          />
          <Panel
            title={t('panels.gate')}
            field="gate"
            count={
              gate.data && !gate.data.fits
                ? gate.data.hits.filter((hit) => hit.severity === 'BLOCK' && !hit.override).length
                : 0
            }
          >
            <GatePanel
              detail={detail}
              gate={gate}
              body={content.body}
              behind={!settled || (gate.data !== undefined && gate.data.revision < draft.revision())}
              jump={jump}
              mask={{
                run: (chosen) => {
                  mask.mutate(chosen)
                },
                busy: mask.isPending,
                error: mask.error,
              }}
            />
          </Panel>
          <DraftWording
            id={detail.id}
            draft={draft}
            jump={(finding) => {
              jumpToHit(root.current, finding, editor)
            }}
          />
          <PlacementPanel detail={detail} draft={draft} placing={placing} choices={choices} today={today} />
          <DisplayPanel id={detail.id} draft={draft} today={today} />
          {detail.editions.length > 0 ? <ChangePanel draft={draft} /> : null}
          <Panel title={t('panels.fields')}>
            <FieldsPanel
              id={detail.id}
              draft={draft}
              missing={missing}
              today={today}
              officeName={placing.view.unit.name || office.name}
            />
          </Panel>
          <Panel title={t('language:panel.title')}>
            <LanguagePanel draft={draft} imageBase={attachmentBase(detail.id)} noticeId={detail.id} />
          </Panel>
          <ExpiryPanel draft={draft} />
          <TablePanel id={detail.id} draft={draft} />
          <Panel title={t('panels.attachments')}>
            <AttachmentsPanel id={detail.id} attachments={detail.attachments} revisions={revisions} />
          </Panel>
          {detail.editions.length > 0 ? <EditionsPanel detail={detail} /> : null}
          <Panel title={t('panels.history')}>
            <History detail={detail} />
          </Panel>
        </aside>
      </div>
      {state.kind === 'CONFLICT' ? (
        <ConflictDialog
          id={detail.id}
          read={draft.read}
          reload={(theirs) => {
            queries.setQueryData(noticeKey(detail.id), theirs)
            draft.adopt({
              revision: theirs.draft.revision,
              savedAt: theirs.draft.updatedAt,
              content: theirs.draft.content,
            })
          }}
        />
      ) : null}
    </div>
  )
}
