import type { BoardView, PhotoFile, PostingView, SheetSpot } from '../../../../server/posting/views.ts'

/** A4 upright at a place of the left panel. */
export const spot = (x: number, y: number, panelId = 'left'): SheetSpot => ({
  panelId,
  x,
  y,
  width: 210,
  height: 297,
})

/** A sheet of the power-cut notice; hanging since 20 November unless the test says otherwise. */
export function sheet(change: Partial<PostingView> = {}): PostingView {
  return {
    id: 's1',
    noticeId: 'n1',
    title: '停电检修通知',
    indexNumber: '11990000000000000X/2026-00001',
    editionNumber: 1,
    hash: '3fa91c20bd77'.padEnd(64, '0'),
    boardId: 'b1',
    boardName: '镇政府公开栏',
    boardPlace: '大院东墙',
    state: 'POSTED',
    stale: null,
    plannedOn: '2026-11-20',
    postedOn: '2026-11-20',
    removedOn: null,
    pages: 1,
    spot: null,
    minimum: null,
    dueDownFrom: null,
    dueDownReason: null,
    early: null,
    witness: '',
    photos: [],
    events: [{ kind: 'POSTED', on: '2026-11-20', at: '2026-11-20T01:00:00.000Z', by: '周敏', note: '' }],
    ...change,
  }
}

/** A photograph received at 08:15 that says 08:12 of itself. */
export function photo(change: Partial<PhotoFile> = {}): PhotoFile {
  return {
    id: 'p1',
    sha256: 'aa'.repeat(32),
    width: 1200,
    height: 900,
    moment: 'POSTED',
    view: 'DISTANT',
    source: 'FILE',
    receivedAt: '2026-11-20T00:15:00.000Z',
    claimedAt: '2026-11-20T08:12:00',
    driftSeconds: -180,
    clockDoubtful: false,
    by: '周敏',
    inError: null,
    ...change,
  }
}

/** Two panels of 1200 × 900 beside each other. */
export function boardView(postings: readonly PostingView[] = []): BoardView {
  return {
    id: 'b1',
    name: '镇政府公开栏',
    place: '大院东墙',
    unitId: 'township',
    unitName: '云溪镇人民政府',
    regime: 'GOV',
    disabled: false,
    panelsRevision: 1,
    panels: [
      { id: 'left', position: 0, name: '左栏', width: 1200, height: 900 },
      { id: 'right', position: 1, name: '右栏', width: 1200, height: 900 },
    ],
    photo: null,
    postings,
    free: { left: 10, right: 10 },
  }
}
