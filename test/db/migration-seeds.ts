/**
 * Rows as an office of that step would have them, by the migration that makes their table. Kept apart from the
 * repositories on purpose: those know only the newest step.
 */
export const SEEDS: Readonly<Record<number, readonly string[]>> = {
  1: [
    `INSERT INTO instance VALUES ('instance-1', '2026-01-05T01:00:00.000Z', '2026-01-05T01:30:00.000Z')`,
    `INSERT INTO office VALUES (1, '示例县云溪镇人民政府', '119900000000000014', '990000', '0999-6100100', '云溪路1号', '周一至周五', '{uscc}/{yyyy}-{seq:5}', '2026-01-05T01:00:00.000Z')`,
    `INSERT INTO account VALUES ('account-1', '周敏', '["HANDLER"]', '$argon2id$1', 0, 0, '2026-01-05T01:00:00.000Z'), ('account-2', '韩立', '["REVIEWER"]', '$argon2id$2', 1, 1, '2026-01-05T01:00:00.000Z')`,
  ],
  2: [
    `INSERT INTO audit_event VALUES (1, '2026-01-05T01:00:00.000Z', 'account-1', '周敏', 'office.set-up', 'office', 'o', '{}', '0', 'hash-1'), (2, '2026-01-05T01:01:00.000Z', 'account-1', '周敏', 'notice.create', 'notice', 'notice-1', '{"a":1}', 'hash-1', 'hash-2')`,
  ],
  3: [
    `INSERT INTO catalogue VALUES ('catalogue-1', '村务公开目录', 'VILLAGE', 'a.csv', '2026-01-05T01:00:00.000Z')`,
    `INSERT INTO catalogue_item VALUES ('item-1', 'catalogue-1', 0, '1', '财务', '收支', '', '收支明细', '', '每月', '村委会', '["公开栏"]', 'ALL', '', 'PROACTIVE', '["VILLAGE"]', '{"备注":"𠮷"}')`,
  ],
  4: [
    `INSERT INTO notice VALUES ('notice-1', 'PUBLISHED', 'i/2026-00001', '停电', 'item-1', 3, 'account-1', 'account-1', '2026-01-05T01:00:00.000Z', '2026-01-06T01:00:00.000Z', '{"title":"停电"}')`,
    `INSERT INTO notice_author VALUES ('notice-1', 1, 'account-1')`,
    `INSERT INTO attachment VALUES ('file-1', 'notice-1', 0, 'ATTACHMENT', '名单.xlsx', 'application/pdf', 'a', 1, 'b', 2, '[]', '[]', 1, '[]', 0, 0, '2026-01-05T01:00:00.000Z')`,
    `INSERT INTO submission VALUES ('submission-1', 'notice-1', 'h', '{}', 'account-1', '2026-01-05T01:00:00.000Z', 1)`,
    `INSERT INTO submission_decision VALUES ('submission-1', 'REVIEW', 'APPROVED', 'account-2', '', '2026-01-05T02:00:00.000Z')`,
    `INSERT INTO privacy_override VALUES (1, 'notice-1', 'f', 'MOBILE', 'account-2', '公务手机', '2026-01-05T02:00:00.000Z')`,
  ],
  5: [
    `INSERT INTO edition VALUES (7, 'notice-1', 1, 'h', 'i/2026-00001', 'submission-1', 'account-1', '2026-01-06T01:00:00.000Z', '2026-01-06', 'WITHDRAWN', '停电', 'NOTIFICATION', '', 'group-1', '{}')`,
    `INSERT INTO public_group VALUES ('group-1', '财务', '村务公开目录', 'VILLAGE', 0)`,
    `INSERT INTO withdrawal VALUES ('notice-1', 7, 'EXPIRED', '到期', 0, 'account-1', '2026-01-07T01:00:00.000Z', '2026-01-07')`,
    `INSERT INTO index_series VALUES ('i/2026-{seq}', 1)`,
    `INSERT INTO outbox VALUES (1, 'EDITION', 7, '2026-01-06T01:00:00.000Z', 1), (2, 'WITHDRAWAL', 7, '2026-01-07T01:00:00.000Z', NULL)`,
    `INSERT INTO package VALUES (1, 'p.zip', 'a', 'b', 10, 1, 0, 'account-1', '2026-01-06T02:00:00.000Z')`,
  ],
  6: [`INSERT INTO search_entry (rowid, title, body) VALUES (7, '停电', '河西 西村')`],
}
