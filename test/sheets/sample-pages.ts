import type { Deps } from '../../server/deps.ts'
import type { Result } from '../../domain/refusal.ts'
import { BUILT_IN_TEMPLATES } from '../../domain/sheet/built-in-templates.ts'
import { formatSheetCode, hashWords } from '../../domain/sheet/sheet-code.ts'
import { displayCertificate } from '../../server/display/public-display/certificate.ts'
import type { CertificatePosting, PostingPaper } from '../../server/display/public-display/views.ts'
import { printableSheet } from '../../server/display/sheet-data.ts'
import { type SheetPage, UNDECIDED } from '../../server/display/sheet-page.ts'
import type { SheetTicket } from '../../server/display/sheet-ticket.ts'
import { reviewSlip } from '../../server/notice/review/slip.ts'
import type { TakeDownPaper } from '../../server/posting/views.ts'
import type { Principal } from '../../server/principal.ts'
import { samplePhoto } from './sample-photo.ts'
import type { SheetSample } from './sheet-samples.ts'

// Ids in a content are drawn anew with each sample office, and its hash with them; a picture must be the same every time.
const HASH = '3f9a61c05be27d84'.repeat(4)
const LOG = { sequence: 1024, hash: HASH }
const READER: Principal = { id: 'pictures', name: '周敏', roles: ['HANDLER', 'REVIEWER', 'DEPUTY_LEADER'] }

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.params)}`)
  return result.value
}

function noticeOf(deps: Deps, title: string): { readonly id: string; readonly hash: string } {
  const { read } = deps.store
  const edition = [...read.edition.all()].findLast((one) => one.title === title && one.state === 'PUBLISHED')
  if (!edition) throw new Error(`the sample office has published nothing called ${title}`)
  return { id: edition.noticeId, hash: edition.hash }
}

type PhotoWithPath = Awaited<ReturnType<typeof samplePhoto>>

/** A sheet that hung on the board of Hexi village, with what the office can show for it. */
function posting(
  photos: readonly PhotoWithPath[],
  over: Partial<CertificatePosting> = {},
): CertificatePosting {
  return {
    place: '河西村村务公开栏',
    where: '村委会院墙东侧',
    postedOn: '2026-10-28',
    postedBy: '周敏',
    removedOn: '2026-11-05',
    removedBy: '周敏',
    witness: '赵国平',
    minimumLastDay: '2026-11-04',
    early: null,
    events: [{ kind: 'CHECKED', on: '2026-11-02', at: '2026-11-02T02:10:00.000Z', by: '周敏', note: '' }],
    photos,
    ...over,
  }
}

/** What a morning with everything on it asks for: the sample office's own mornings are quieter. */
const TAKE_DOWN: TakeDownPaper = {
  office: '示例县云溪镇人民政府',
  today: '2026-11-23',
  boards: [
    {
      name: '机关政务公开栏',
      place: '镇政府办公楼一楼大厅',
      unitName: '党政综合办公室',
      lines: [
        {
          title: '云溪镇2026年11月最低生活保障审核结果公示',
          indexNumber: '119900000000000014/2026-00058',
          editionNumber: 1,
          postedOn: '2026-11-13',
          since: '2026-11-21',
          reason: 'PERIOD_OVER',
          spot: '左板 第2张',
        },
        {
          title: '云溪镇人民政府关于调整便民服务中心窗口和办公时间的通告',
          indexNumber: '119900000000000014/2026-00047',
          editionNumber: 1,
          postedOn: '2026-09-25',
          since: '2026-11-20',
          reason: 'WITHDRAWN',
          spot: '右板 第1张',
        },
      ],
    },
    {
      name: '河西村村务公开栏',
      place: '村委会院墙东侧',
      unitName: '河西村',
      lines: [
        {
          title: '河西村2026年10月财务收支公开表',
          indexNumber: '119900000000000014/2026-00055',
          editionNumber: 1,
          postedOn: '2026-11-10',
          since: '2026-11-21',
          reason: 'CORRECTED',
          spot: '第1张',
        },
      ],
    },
  ],
}

function editionPage(deps: Deps, sample: SheetSample, form: keyof typeof BUILT_IN_TEMPLATES): SheetPage {
  const { hash } = noticeOf(deps, sample.title)
  const data = must(printableSheet(deps.store.read, hash, deps.clock.now()))
  const { indexNumber, editionNumber, office } = data
  const code = {
    uscc: office.uscc,
    indexNumber: indexNumber ?? '',
    editionNumber: editionNumber ?? 1,
    hash: HASH,
  }
  return {
    kind: 'NOTICE',
    template: BUILT_IN_TEMPLATES[form],
    data: { ...data, hash: HASH, code: formatSheetCode(code, ''), codeWords: hashWords(HASH) },
    language: null,
    orders: {},
    decision: UNDECIDED,
    half: null,
  }
}

/**
 * A sample as it is laid ready for the browser: what it says comes from the sample office, its hashes are always the same.
 * Photographs are drawn into `folder`.
 */
export async function samplePage(deps: Deps, sample: SheetSample, folder: string): Promise<SheetTicket> {
  const { subject } = sample
  const photos = await Promise.all([
    samplePhoto(folder, {
      moment: 'POSTED',
      view: 'DISTANT',
      receivedAt: '2026-10-28T01:20:00.000Z',
      claimedAt: '2026-10-28T09:12:00',
      driftSeconds: -480,
    }),
    samplePhoto(folder, {
      moment: 'POSTED',
      view: 'CLOSE',
      receivedAt: '2026-10-28T01:21:00.000Z',
      claimedAt: '2026-10-28T09:19:00',
      driftSeconds: -120,
    }),
    samplePhoto(folder, {
      moment: 'REMOVED',
      view: 'DISTANT',
      receivedAt: '2026-11-05T00:40:00.000Z',
      claimedAt: null,
      driftSeconds: null,
    }),
  ])
  const file: SheetTicket['file'] = (sha256) => {
    const photo = photos.find((one) => one.sha256 === sha256)
    return Promise.resolve(photo ? { path: photo.path, mediaType: 'image/jpeg' } : null)
  }
  const { read } = deps.store
  switch (subject.kind) {
    case 'EDITION':
      return { page: editionPage(deps, sample, subject.form), file }
    case 'REVIEW_SLIP': {
      const slip = must(reviewSlip(read, noticeOf(deps, sample.title).id, null))
      const data = { ...slip, submissionHash: HASH }
      return {
        page: { kind: 'REVIEW_SLIP', template: BUILT_IN_TEMPLATES.REVIEW_SLIP, data, decision: UNDECIDED },
        file,
      }
    }
    case 'DISPLAY_CERTIFICATE': {
      const id = read.publicDisplay.ofNotice(noticeOf(deps, sample.title).id)?.display.id ?? ''
      const paper = must(displayCertificate(deps, READER, id, { interim: false }))
      const data = { ...paper, hash: HASH, auditHead: LOG, postings: [posting(photos)] }
      const template = BUILT_IN_TEMPLATES.DISPLAY_CERTIFICATE
      return { page: { kind: 'DISPLAY_CERTIFICATE', template, data, decision: UNDECIDED }, file }
    }
    case 'POSTING_CERTIFICATE': {
      const sheet = must(printableSheet(read, noticeOf(deps, sample.title).hash, deps.clock.now()))
      const data: PostingPaper = {
        interim: false,
        office: sheet.office.name,
        unit: sheet.content.unit?.name ?? null,
        today: '2026-11-23',
        title: sheet.content.title,
        documentNumber: sheet.content.documentNumber,
        indexNumber: sheet.indexNumber ?? '',
        editionNumber: sheet.editionNumber ?? 1,
        hash: HASH,
        posting: posting(photos, {
          removedOn: '2026-11-03',
          early: { reason: '公开栏遭雨水损坏，内容改在村委会办公室门口公布。' },
          minimumLastDay: '2026-11-07',
        }),
        auditHead: LOG,
      }
      const template = BUILT_IN_TEMPLATES.DISPLAY_CERTIFICATE
      return { page: { kind: 'POSTING_CERTIFICATE', template, data, decision: UNDECIDED }, file }
    }
    case 'TAKE_DOWN_LIST':
      return {
        page: {
          kind: 'TAKE_DOWN_LIST',
          template: BUILT_IN_TEMPLATES.TAKE_DOWN_LIST,
          data: TAKE_DOWN,
          decision: UNDECIDED,
        },
        file,
      }
  }
}
