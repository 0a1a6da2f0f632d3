import { NOTICE_FORMS, type SheetForm, type SheetTemplate } from '../../../../domain/sheet/template.ts'
import { legibleFrom, illegible } from '../../../../domain/sheet/legible-size.ts'
import type { PrintSubject } from '../../../../server/display/print/views.ts'
import type { OfferedTemplate, TemplatesView } from '../../../../server/display/template/views.ts'

/** A template that can be chosen for a sheet. */
export type Candidate = {
  readonly template: SheetTemplate
  readonly suggested: boolean
  /** It suits what the notice says; the others are there for those who ask. */
  readonly offered: boolean
}

const FORMS: Readonly<Record<Exclude<PrintSubject['kind'], 'EDITION'>, SheetForm>> = {
  REVIEW_SLIP: 'REVIEW_SLIP',
  DISPLAY_CERTIFICATE: 'DISPLAY_CERTIFICATE',
  POSTING_CERTIFICATE: 'DISPLAY_CERTIFICATE',
  TAKE_DOWN_LIST: 'TAKE_DOWN_LIST',
}

/**
 * The templates a sheet may be set by. For a notice those it can be printed by, in their order: what suits it first. Other papers take the product's own of their form, then the office's copies.
 * @example candidatesFor({ kind: 'TAKE_DOWN_LIST', boardId: null, on }, view, null)[0]?.suggested // true
 */
export function candidatesFor(
  subject: PrintSubject,
  view: TemplatesView,
  offered: readonly OfferedTemplate[] | null,
): readonly Candidate[] {
  const usable = view.templates.filter(({ retired }) => !retired).map(({ template }) => template)
  const forms: readonly SheetForm[] = subject.kind === 'EDITION' ? NOTICE_FORMS : [FORMS[subject.kind]]
  const fitting = usable.filter(({ form }) => forms.includes(form))
  if (subject.kind !== 'EDITION') {
    return fitting.map((template, at) => ({ template, suggested: at === 0, offered: true }))
  }
  const known = (offered ?? []).flatMap(({ id, suggested, suits }) => {
    const template = fitting.find((one) => one.id === id)
    return template === undefined ? [] : [{ template, suggested, offered: suits }]
  })
  // Where nobody has said which suit, all do.
  return known.length > 0 ? known : fitting.map((template) => ({ template, suggested: false, offered: true }))
}

/** What a person should know of a template before using it: the text is too small for where it is read from. */
export function tooSmallAt(
  template: SheetTemplate,
): { readonly from: number; readonly legible: number } | null {
  if (!illegible(template).some((part) => part !== 'LEAST_TABLE')) return null
  const points = Math.min(template.type.text.points, template.type.table.points)
  return { from: template.readFrom, legible: legibleFrom(points) }
}

function area({ paper, margin }: SheetTemplate): number {
  const [short, long] = paper.size === 'A3' ? [297, 420] : [210, 297]
  return (paper.orientation === 'PORTRAIT' ? short : long) - margin.left - margin.right
}

/**
 * Templates that may take what another could not: a wider type area, or a table that is split or turned where the other
 * refuses. Among those that suit the notice, the widest first.
 * @example waysOut(PLAIN, candidates) // NAME_LIST before PUBLIC_DISPLAY
 */
export function waysOut(failed: SheetTemplate, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates
    .filter(({ template, offered }) => offered && template.id !== failed.id)
    .filter(
      ({ template }) =>
        area(template) > area(failed) || (failed.wideTable === 'REFUSE' && template.wideTable !== 'REFUSE'),
    )
    .toSorted((one, other) => area(other.template) - area(one.template))
}
